import mmap
import sys
from array import array
from collections.abc import Sequence
from fractions import Fraction
from numbers import Real
from operator import index
from statistics import fmean


class _Flight(Sequence):
    """The altitudes of one flight, as they are now: a copy, and nothing around it."""

    def __init__(self, data):
        self._numbers = array("H", data)
        if sys.byteorder == "big":
            self._numbers.byteswap()

    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self._numbers[place].tolist()
        return self._numbers[place]


def _pick(allowed, value):
    """value as a member of the range, or a ValueError"""
    try:
        return allowed[allowed.index(value)]
    except (TypeError, OverflowError) as error:
        raise ValueError("no such number") from error


class Barographs:
    def __init__(self, path):
        with open(path, mode="rb", buffering=0) as file:
            self.__bytes = mmap.mmap(file.fileno(), length=0, access=mmap.ACCESS_READ)

    def __number(self, place, size):
        return int.from_bytes(self.__bytes[place:place + size], "little")

    def __flight(self, glider):
        entry = 2 + 8 * _pick(range(self.__number(0, 2)), glider)
        begin, length = self.__number(entry, 4), self.__number(entry + 4, 4)
        return _Flight(self.__bytes[begin:begin + 2 * length])

    def altitude(self, glider, second):
        flight = self.__flight(glider)
        if not isinstance(second, Real) or not 0 <= second <= len(flight) - 1:
            raise ValueError("no such second")
        whole, rest = divmod(Fraction(second), 1)
        pieces = [(1 - rest) * flight[whole]]
        if rest:
            pieces.append(rest * flight[whole + 1])
        return float(sum(pieces))

    def smooth(self, glider, second, reach):
        flight = self.__flight(glider)
        middle = _pick(range(len(flight)), second)
        try:
            reach = index(reach)
        except TypeError as error:
            raise ValueError("reach") from error
        if reach < 0:
            raise ValueError("reach")
        return fmean(flight[max(middle - reach, 0):middle + reach + 1])

    def profile(self, glider, begin, end, step):
        flight = self.__flight(glider)
        borders = range(len(flight) + 1)
        begin, end = _pick(borders, begin), _pick(borders, end)
        try:
            step = index(step)
        except TypeError as error:
            raise ValueError("step") from error
        if step < 1:
            raise ValueError("step")
        return [flight[second] for second in range(begin, end, step)]
