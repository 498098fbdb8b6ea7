class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._palettes = {}
        self._orders = {}

    def give(self, artist, first, count):
        self._palettes[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._orders[artist] = list(numbers)

    def _look(self, artist, number):
        """The colour for a number, and whether it is one of the artist's own."""
        first, count = self._palettes[artist]
        index = number
        order = self._orders.get(artist)
        if order is not None:
            if not 0 <= number < len(order):
                raise ValueError("no such number")
            index = order[number]
        start = 3 * (first + index)
        colour = tuple(self._table[start:start + 3]) if start >= 0 else ()
        return colour, 0 <= index < count and len(colour) == 3

    def _colour(self, artist, number):
        colour, own = self._look(artist, number)
        if not own:
            raise ValueError("no such colour")
        return colour

    def paint(self, artist, data, bits):
        self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        mask = (1 << bits) - 1
        return [self._colour(artist, byte >> shift & mask)
                for byte in data for shift in range(8 - bits, -1, -bits)]

    def span(self, artist, first, last):
        self._palettes[artist]
        return [self._colour(artist, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        number, n = divmod(place, 16)
        here = self._colour(artist, number)
        if n == 0:
            return here
        there, own = self._look(artist, number + 1)
        if there == here:           # one flat colour, nothing to mix
            return here
        if not own:
            raise ValueError("no colour to blend with")
        return tuple(((16 - n) * a + n * b) // 16 for a, b in zip(here, there))
