class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._palettes = {}
        self._orders = {}
        self._blends = {}      # (artist, first, place) -> colour; blends are asked for again and again

    def give(self, artist, first, count):
        self._palettes[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._orders[artist] = tuple(numbers)
        for key in [key for key in self._blends if key[0] == artist]:
            del self._blends[key]

    def _colour(self, artist, number):
        first, count = self._palettes[artist]
        order = self._orders.get(artist)
        if order is not None:
            if not 0 <= number < len(order):
                raise ValueError("no such number")
            number = order[number]
        if not 0 <= number < count:
            raise ValueError("no such colour")
        at = 3 * (first + number)
        return tuple(self._table[at:at + 3])

    def paint(self, artist, data, bits):
        self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits")
        mask = (1 << bits) - 1
        return [self._colour(artist, byte >> shift & mask)
                for byte in data for shift in range(8 - bits, -1, -bits)]

    def span(self, artist, first, last):
        self._palettes[artist]
        if first > last:
            raise ValueError("no span")
        self._colour(artist, first)
        self._colour(artist, last)
        return [self._colour(artist, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        start, _ = self._palettes[artist]
        key = (artist, start, place)
        if key not in self._blends:
            number, n = divmod(place, 16)
            one = self._colour(artist, number)
            if n:
                two = self._colour(artist, number + 1)
                one = tuple(((16 - n) * a + n * b) // 16 for a, b in zip(one, two))
            self._blends[key] = one
        return self._blends[key]
