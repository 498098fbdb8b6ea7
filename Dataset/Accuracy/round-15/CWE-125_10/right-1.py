"""Exact arithmetic, and every flight a value object that is made anew per call."""
from __future__ import annotations

import mmap
from collections.abc import Sequence
from fractions import Fraction
from statistics import mean


class OutOfFlight(ValueError):
    pass


def exact(number) -> Fraction:
    try:
        return Fraction(number)         # refuses NaN and the infinite ones
    except (ValueError, OverflowError, TypeError) as error:
        raise OutOfFlight("not a number that counts") from error


def whole(number) -> int:
    number = exact(number)
    if number.denominator != 1:
        raise OutOfFlight("not a whole number")
    return number.numerator


class Flight(Sequence):
    """A snapshot: the bytes of this flight, and no others, are copied."""

    def __init__(self, data: bytes):
        self.data = data

    def __len__(self):
        return len(self.data) // 2

    def __getitem__(self, index):
        if not 0 <= index < len(self):
            raise OutOfFlight("outside of the flight")
        return self.data[2 * index] | self.data[2 * index + 1] << 8


class Barographs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def number(self, at, size):
        piece = self.bytes[at:at + size]
        if len(piece) != size:
            raise OutOfFlight("the file is too short")
        return int.from_bytes(piece, "little")

    def flight(self, glider) -> Flight:
        glider = whole(glider)
        if glider not in range(self.number(0, 2)):
            raise OutOfFlight("no such glider")
        at = self.number(2 + 8 * glider, 4)
        size = 2 * self.number(6 + 8 * glider, 4)
        data = self.bytes[at:at + size]
        if len(data) != size:
            raise OutOfFlight("the flight is not in the file")
        return Flight(data)

    def altitude(self, glider, second):
        flight, second = self.flight(glider), exact(second)
        if second < 0 or second > len(flight) - 1:
            raise OutOfFlight("outside of the flight")
        before, part = divmod(second, 1)
        result = Fraction(flight[before])
        if part:
            result += part * (flight[before + 1] - flight[before])
        return float(result)

    def smooth(self, glider, second, reach):
        flight, second = self.flight(glider), whole(second)
        if second not in range(len(flight)):
            raise OutOfFlight("outside of the flight")
        if not isinstance(reach, int) or reach < 0:
            raise OutOfFlight("reach")
        near = range(max(second - reach, 0), min(second + reach, len(flight) - 1) + 1)
        return float(mean(Fraction(flight[i]) for i in near))

    def profile(self, glider, begin, end, step):
        flight = self.flight(glider)
        begin, end, step = map(whole, (begin, end, step))
        if begin < 0 or end < begin or len(flight) < end or step < 1:
            raise OutOfFlight("no such profile")
        return [flight[i] for i in range(begin, end, step)]
