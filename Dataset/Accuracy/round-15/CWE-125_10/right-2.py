"""memoryviews that are cut to the flight before anything is read of it."""
import array
import mmap
import struct
import sys
from contextlib import contextmanager
from itertools import islice
from math import fsum, isfinite, modf


def require(condition, message="outside"):
    if not condition:
        raise ValueError(message)


def index(number):
    """Only whole numbers of the type int."""
    require(isinstance(number, int), "an int, please")
    return number


class Barographs:
    def __init__(self, path):
        handle = open(path, "rb")
        try:
            self._file = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        finally:
            handle.close()

    @contextmanager
    def _now(self, glider):
        with memoryview(self._file) as everything:
            gliders, = struct.unpack_from("<H", everything)
            require(0 <= index(glider) < gliders, "glider")
            head = 2 + 8 * glider
            require(head + 8 <= len(everything), "glider")
            place, many = struct.unpack_from("<LL", everything, head)
            require(place + 2 * many <= len(everything), "file")
            with everything[place:place + 2 * many] as own:
                yield own, many

    @staticmethod
    def _numbers(own, first, behind):
        numbers = array.array("H", bytes(own[2 * first:2 * behind]))
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers

    def altitude(self, glider, second):
        with self._now(glider) as (own, many):
            require(many > 0 and 0 <= second <= many - 1, "second")
            part, whole = modf(second)
            first = int(whole)
            pair = self._numbers(own, first, min(first + 2, many))
            return float(pair[0] + part * (pair[-1] - pair[0]))

    def smooth(self, glider, second, reach):
        with self._now(glider) as (own, many):
            require(0 <= second < many and second == int(second), "second")
            require(index(reach) >= 0, "reach")
            second = int(second)
            numbers = self._numbers(own, max(0, second - reach), min(many, second + reach + 1))
            return fsum(numbers) / len(numbers)

    def profile(self, glider, begin, end, step):
        with self._now(glider) as (own, many):
            for number in (begin, end, step):
                require(isinstance(number, int) or isfinite(number) and number == int(number), "whole")
            begin, end, step = int(begin), int(end), int(step)
            require(0 <= begin <= end <= many, "begin and end")
            require(step >= 1, "step")
            return list(islice(self._numbers(own, begin, end), 0, None, min(step, many + 1)))
