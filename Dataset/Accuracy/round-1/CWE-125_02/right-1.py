from itertools import islice
from types import MappingProxyType


class AudioGuide:
    def __init__(self, texts, stops):
        tour = tuple(islice(texts, stops))
        last = len(tour) - 1
        self._tour = MappingProxyType({
            str(i + 1): (text, str(1 if i == last else i + 2), str(max(i, 1)))
            for i, text in enumerate(tour)
        })
        self._key = "1"

    def _go(self, key):
        self._key = key
        return self._tour[key][0]

    def select(self, typed):
        return self._go(typed) if typed in self._tour else "Please choose another number."

    def forward(self):
        return self._go(self._tour[self._key][1])

    def back(self):
        return self._go(self._tour[self._key][2])
