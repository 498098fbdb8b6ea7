"""Palettes, resolved anew for each call into a dict number -> colour."""
import struct
from types import MappingProxyType

_RGB = struct.Struct("3B")


class Palettes:
    def __init__(self, table):
        self.__table = table
        self.__given = {}
        self.__arranged = {}

    def give(self, artist, first, count):
        self.__given[artist] = list(_RGB.iter_unpack(self.__table[first * 3:(first + count) * 3]))

    def arrange(self, artist, numbers):
        self.__arranged[artist] = numbers[:]

    def __legend(self, artist):
        given = self.__given[artist]
        there = dict(enumerate(given))
        if artist in self.__arranged:
            there = {
                number: there[colour]
                for number, colour in enumerate(self.__arranged[artist])
                if colour in there
            }
        return MappingProxyType(there)

    @staticmethod
    def __pick(legend, numbers):
        found = []
        for number in numbers:
            colour = legend.get(number)
            if colour is None:
                raise ValueError("no colour has this number")
            found.append(colour)
        return found

    def __numbers(self, data, bits):
        match bits:
            case 8:
                yield from data
            case 1 | 2 | 4:
                base = 1 << bits
                for byte in data:
                    digits = []
                    for _ in range(8 // bits):
                        byte, digit = divmod(byte, base)
                        digits.append(digit)
                    yield from reversed(digits)
            case _:
                raise ValueError("1, 2, 4 or 8 bits")

    def paint(self, artist, data, bits):
        return self.__pick(self.__legend(artist), self.__numbers(data, bits))

    def span(self, artist, first, last):
        legend = self.__legend(artist)
        if first > last or first not in legend or last not in legend:
            raise ValueError("no such span")
        return self.__pick(legend, range(first, last + 1))

    def blend(self, artist, place):
        legend = self.__legend(artist)
        number, n = divmod(place, 16)
        colours = self.__pick(legend, [number, number + 1][:1 + (n > 0)])
        r, g, b = ((16 - n) * low + n * high >> 4 for low, high in zip(colours[0], colours[-1]))
        return r, g, b
