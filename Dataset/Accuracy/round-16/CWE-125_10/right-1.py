"""Each call copies the one flight that it is about out of the map, and works on that copy only."""
import mmap
from array import array
from contextlib import contextmanager
from fractions import Fraction
import operator
import sys


class NotInFlight(ValueError):
    pass


class Whole:
    """A closed span of whole numbers."""

    def __init__(self, low, high=float("inf")):
        self.low, self.high = low, high

    def __call__(self, value):
        try:
            number = operator.index(value)
        except TypeError:
            if type(value) is float and value == value and abs(value) != float("inf") and value == int(value):
                number = int(value)
            else:
                raise NotInFlight(repr(value)) from None
        if number < self.low or number > self.high:
            raise NotInFlight(repr(value))
        return number


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.__bytes = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def __number(self, at, size):
        return int.from_bytes(self.__bytes[at:at + size], "little")

    @contextmanager
    def __flight(self, glider):
        at = 2 + 8 * Whole(0, self.__number(0, 2) - 1)(glider)
        start, length = self.__number(at, 4), self.__number(at + 4, 4)
        flight = array("H")
        flight.frombytes(self.__bytes[start:start + 2 * length])
        if sys.byteorder == "big":
            flight.byteswap()
        yield tuple(flight)

    def altitude(self, glider, second):
        with self.__flight(glider) as flight:
            if not (second == second and 0 <= second < len(flight)) or second > len(flight) - 1:
                raise NotInFlight(repr(second))
            exact = Fraction(second)
            whole = exact.numerator // exact.denominator
            rest = exact - whole
            here = Fraction(flight[whole])
            if rest:
                here += (flight[whole + 1] - flight[whole]) * rest
            return float(here)

    def smooth(self, glider, second, reach):
        with self.__flight(glider) as flight:
            middle = Whole(0, len(flight) - 1)(second)
            around = Whole(0)(reach)
            near = [height for at, height in enumerate(flight) if abs(at - middle) <= around]
            return sum(near) / len(near)

    def profile(self, glider, begin, end, step):
        with self.__flight(glider) as flight:
            span = Whole(0, len(flight))
            first, stop, stride = span(begin), span(end), Whole(1)(step)
            if first > stop:
                raise NotInFlight("backwards")
            return [flight[at] for at in range(first, stop, stride)]
