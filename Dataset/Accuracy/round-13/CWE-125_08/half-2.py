"""Palettes of the paint-by-numbers artists, all in one table."""


class Palettes:
    def __init__(self, table):
        self._table = table
        self._palettes = {}      # artist: (first, count)
        self._arranged = {}      # artist: tuple of colours

    def give(self, artist, first, count):
        self._palettes[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._arranged[artist] = tuple(numbers)

    def paint(self, artist, data, bits):
        first, count = self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        mask = (1 << bits) - 1
        colours = {}             # a picture has few numbers, but many of each
        painted = []
        for byte in data:
            for shift in range(8 - bits, -1, -bits):
                number = (byte >> shift) & mask
                if number not in colours:
                    colours[number] = self._checked(artist, number, first, count)
                painted.append(colours[number])
        return painted

    def span(self, artist, first, last):
        start, count = self._palettes[artist]
        if first > last:
            raise ValueError("the span ends before it begins")
        # both ends before the rest, for the ints may be huge
        self._index(artist, first, count)
        self._index(artist, last, count)
        return [self._checked(artist, number, start, count)
                for number in range(first, last + 1)]

    def blend(self, artist, place):
        first, count = self._palettes[artist]
        number, n = divmod(place, 16)
        here = self._index(artist, number, count)
        # exactly on a colour, the next one is not needed and may not exist
        there = self._index(artist, number + 1, count) if n else here
        if here < 0 or there >= count:
            raise ValueError("the place is not between two colours")
        return tuple(
            ((16 - n) * a + n * b) // 16
            for a, b in zip(self._read(first + here), self._read(first + there))
        )

    def _index(self, artist, number, count):
        """The colour, counted in the palette, for which a number stands."""
        arranged = self._arranged.get(artist)
        size = count if arranged is None else len(arranged)
        if not 0 <= number < size:
            raise ValueError(f"there is no number {number}")
        return number if arranged is None else arranged[number]

    def _checked(self, artist, number, first, count):
        index = self._index(artist, number, count)
        if not 0 <= index < count:
            raise ValueError(f"number {number} stands for no colour")
        return self._read(first + index)

    def _read(self, colour):
        return tuple(self._table[3 * colour:3 * colour + 3])
