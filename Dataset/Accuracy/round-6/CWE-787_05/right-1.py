from contextlib import contextmanager
from functools import wraps
from operator import index


def located(method):
    @wraps(method)
    def wrapper(self, organist, piston, *rest):
        organist, piston = index(organist), index(piston)
        if organist not in self._seats or piston not in self._pistons:
            raise ValueError(f"no registration ({organist}, {piston})")
        number = organist * len(self._pistons) + piston
        return method(self, number * len(self._stops), *map(index, rest))

    return wrapper


class Combinations:
    def __init__(self, organists, pistons, stops):
        self._seats, self._pistons, self._stops = map(range, (organists, pistons, stops))
        self._bits = bytearray(organists * pistons * stops)

    @contextmanager
    def _registration(self, start):
        end = start + len(self._stops)
        cells = list(self._bits[start:end])
        yield cells
        if len(cells) != len(self._stops):
            raise ValueError("registration of a wrong length")
        self._bits[start:end] = bytes(cells)

    def _known(self, stop):
        if stop not in self._stops:
            raise ValueError(f"no stop {stop}")
        return stop

    @located
    def draw(self, start, stop):
        with self._registration(start) as cells:
            cells[self._known(stop)] = 1

    @located
    def cancel(self, start, stop):
        with self._registration(start) as cells:
            cells[self._known(stop)] = 0

    @located
    def store(self, start, mask):
        if mask < 0 or mask >> len(self._stops):
            raise ValueError("mask does not fit")
        with self._registration(start) as cells:
            cells[:] = [mask >> k & 1 for k in self._stops]

    @located
    def recall(self, start):
        return sum(self._bits[start + k] << k for k in self._stops)

    def image(self):
        return bytes(
            sum(bit << k for k, bit in enumerate(self._bits[at:at + 8]))
            for at in range(0, len(self._bits), 8)
        )
