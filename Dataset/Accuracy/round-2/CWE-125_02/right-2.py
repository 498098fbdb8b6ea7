import re
from dataclasses import dataclass


class NoSuchStop(Exception):
    pass


@dataclass(frozen=True)
class Stop:
    number: int
    text: str


def tour(stops):
    """A coroutine that is sent functions from stop number to stop number."""
    number = 1
    while True:
        move = yield stops.get(number)
        wanted = move(number)
        if wanted in stops:
            number = wanted
        else:
            yield None


class AudioGuide:
    def __init__(self, texts, stops):
        self._stops = {n: Stop(n, texts[n - 1]) for n in range(1, stops + 1)}
        self._tour = tour(self._stops)
        next(self._tour)

    def _go(self, move):
        stop = self._tour.send(move)
        if stop is None:
            next(self._tour)
            raise NoSuchStop
        return stop.text

    def select(self, typed):
        try:
            if not re.fullmatch(r"[0-9]{1,18}", typed):
                raise NoSuchStop(typed)
            return self._go(lambda _: int(typed))
        except NoSuchStop:
            return "Please choose another number."

    def forward(self):
        return self._go(lambda here: here + 1 if here + 1 in self._stops else 1)

    def back(self):
        return self._go(lambda here: here - 1 if here > 1 else here)
