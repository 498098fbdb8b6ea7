class Palettes:
    def __init__(self, table):
        self._table = table
        self._palettes = {}
        self._orders = {}

    def give(self, artist, first, count):
        self._palettes[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._orders[artist] = list(numbers)

    def _stands_for(self, artist, number):
        """The colour of the palette for a number, or ValueError."""
        count = self._palettes[artist][1]
        order = self._orders.get(artist)
        if order is not None:
            if number < 0 or number >= len(order):
                raise ValueError("no such number")
            number = order[number]
        if number < 0 or number >= count:
            raise ValueError("no such colour in the palette")
        return number

    def _read(self, artist, colour):
        at = 3 * (self._palettes[artist][0] + colour)
        return self._table[at], self._table[at + 1], self._table[at + 2]

    def paint(self, artist, data, bits):
        self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        mask = (1 << bits) - 1
        result = []
        for byte in data:
            for shift in range(8 - bits, -1, -bits):
                result.append(self._read(artist, self._stands_for(artist, (byte >> shift) & mask)))
        return result

    def span(self, artist, first, last):
        self._palettes[artist]
        if first > last:
            raise ValueError("the span ends before it begins")
        # with both ends in the palette, so is what lies between them
        self._stands_for(artist, first)
        self._stands_for(artist, last)
        order = self._orders.get(artist)
        chosen = range(first, last + 1) if order is None else order[first:last + 1]
        return [self._read(artist, colour) for colour in chosen]

    def blend(self, artist, place):
        self._palettes[artist]
        number, n = divmod(place, 16)
        a = self._read(artist, self._stands_for(artist, number))
        if n == 0:
            return a
        b = self._read(artist, self._stands_for(artist, number + 1))
        return tuple(((16 - n) * x + n * y) // 16 for x, y in zip(a, b))
