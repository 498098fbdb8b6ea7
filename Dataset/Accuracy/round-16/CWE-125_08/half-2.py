"""Colours for the paint-by-numbers pictures."""
from dataclasses import dataclass


@dataclass
class _Palette:
    first: int
    count: int


class Palettes:
    def __init__(self, table):
        self._table = table
        self._palettes = {}
        self._numbers = {}

    def give(self, artist, first, count):
        self._palettes[artist] = _Palette(first, min(count, len(self._table) // 3 - first))

    def arrange(self, artist, numbers):
        self._numbers[artist] = list(numbers)

    def _index(self, artist, number):
        """The colour of the palette for this number; it is certain that there is one."""
        palette = self._palettes[artist]
        if artist in self._numbers:
            numbers = self._numbers[artist]
            if number < 0 or number >= len(numbers):
                raise ValueError(f"no number {number}")
            number = numbers[number]
        if number < 0 or number >= palette.count:
            raise ValueError(f"no colour {number}")
        return number

    def _at(self, artist, index):
        start = 3 * (self._palettes[artist].first + index)
        red, green, blue = self._table[start:start + 3]
        return red, green, blue

    def paint(self, artist, data, bits):
        self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        colours = []
        for byte in data:
            for shift in range(8 - bits, -1, -bits):
                number = (byte >> shift) & ((1 << bits) - 1)
                colours.append(self._at(artist, self._index(artist, number)))
        return colours

    def span(self, artist, first, last):
        self._palettes[artist]
        if first > last:
            return []
        # Both ends must be there; then what lies between them is there, too.
        start, end = self._index(artist, first), self._index(artist, last)
        if artist in self._numbers:
            indexes = self._numbers[artist][first:last + 1]
        else:
            indexes = range(start, end + 1)
        return [self._at(artist, index) for index in indexes]

    def blend(self, artist, place):
        self._palettes[artist]
        number, n = divmod(place, 16)
        a = self._at(artist, self._index(artist, number))
        if n == 0:
            return a
        b = self._at(artist, self._index(artist, number + 1))
        return tuple(((16 - n) * x + n * y) // 16 for x, y in zip(a, b))
