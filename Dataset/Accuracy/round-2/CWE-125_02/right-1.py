from collections import deque
from itertools import islice


class AudioGuide:
    """The tour is a ring of (number, text); whatever stands first is spoken."""

    def __init__(self, texts, stops):
        self._ring = deque(enumerate(islice(texts, stops), start=1))

    def _spoken(self):
        return self._ring[0][1]

    def select(self, typed):
        try:
            wanted = int(typed if typed.isascii() and typed.isdecimal() else "")
            turns = [number for number, _ in self._ring].index(wanted)
        except ValueError:
            return "Please choose another number."
        self._ring.rotate(-turns)
        return self._spoken()

    def forward(self):
        self._ring.rotate(-1)
        return self._spoken()

    def back(self):
        if self._ring[0][0] != 1:
            self._ring.rotate(1)
        return self._spoken()
