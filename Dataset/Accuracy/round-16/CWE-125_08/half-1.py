"""Colours for the paint-by-numbers pictures."""


class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._palettes = {}     # artist -> (first, count)
        self._arranged = {}     # artist -> tuple of numbers
        self._resolved = {}     # artist -> ((first, numbers), colours)

    def give(self, artist, first, count):
        self._palettes[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._arranged[artist] = tuple(numbers)

    def paint(self, artist, data, bits):
        palette = self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits")
        mask = (1 << bits) - 1
        return [self._colour(artist, palette, byte >> shift & mask)
                for byte in data for shift in range(8 - bits, -1, -bits)]

    def span(self, artist, first, last):
        palette = self._palettes[artist]
        return [self._colour(artist, palette, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        palette = self._palettes[artist]
        number, part = divmod(place, 16)
        a = self._colour(artist, palette, number)
        if not part:
            return a
        b = self._colour(artist, palette, number + 1)
        return tuple(((16 - part) * x + part * y) // 16 for x, y in zip(a, b))

    def _colour(self, artist, palette, number):
        first, count = palette
        numbers = self._arranged.get(artist)
        if numbers is None:
            return self._read(first, count, number)
        # Pictures have many dots and few numbers: what a number stands for is looked up
        # once for an arrangement, and again when it or the palette has changed.
        key = (first, numbers)
        known = self._resolved.get(artist)
        if known is None or known[0] != key:
            known = self._resolved[artist] = (key, {})
        colours = known[1]
        if number not in colours:
            if not 0 <= number < len(numbers):
                raise ValueError("no such number")
            colours[number] = self._read(first, count, numbers[number])
        return colours[number]

    def _read(self, first, count, colour):
        if not 0 <= colour < count:
            raise ValueError("no such colour")
        start = 3 * (first + colour)
        found = tuple(self._table[start:start + 3])
        if len(found) != 3:
            raise ValueError("no such colour")
        return found
