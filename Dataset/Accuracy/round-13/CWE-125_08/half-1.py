"""Palettes of the paint-by-numbers artists, all in one table."""


class _Palette:
    __slots__ = ("first", "count")

    def __init__(self, first, count):
        self.first = first
        self.count = count


class _Order:
    """What an artist arranged, with its extremes, so that nobody has to walk
    through it for every picture."""

    __slots__ = ("numbers", "lowest", "highest", "fits")

    def __init__(self, numbers):
        self.numbers = list(numbers)
        self.lowest = min(self.numbers, default=0)
        self.highest = max(self.numbers, default=-1)
        self.fits = False


class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._palettes = {}
        self._orders = {}

    # -- ours -----------------------------------------------------------

    def give(self, artist, first, count):
        self._palettes[artist] = _Palette(first, count)
        order = self._orders.get(artist)
        if order is not None:
            # the new palette may be smaller than the one before
            order.fits = order.highest < count

    # -- what comes from the app ------------------------------------------

    def arrange(self, artist, numbers):
        order = _Order(numbers)
        palette = self._palettes.get(artist)
        if palette is not None:
            order.fits = order.lowest >= 0 and order.highest < palette.count
        self._orders[artist] = order

    def paint(self, artist, data, bits):
        palette = self._palettes[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("a number takes 1, 2, 4 or 8 bits")
        mask = (1 << bits) - 1
        shifts = range(8 - bits, -1, -bits)
        return self._colours(
            artist, palette, [(byte >> s) & mask for byte in data for s in shifts]
        )

    def span(self, artist, first, last):
        palette = self._palettes[artist]
        size = self._size(artist, palette)
        if not (0 <= first < size and 0 <= last < size):
            raise ValueError("there is no such number")
        return self._colours(artist, palette, range(first, last + 1))

    def blend(self, artist, place):
        palette = self._palettes[artist]
        number, n = divmod(place, 16)
        if n == 0:
            return self._colours(artist, palette, (number,))[0]
        one, two = self._colours(artist, palette, (number, number + 1))
        return tuple(((16 - n) * a + n * b) // 16 for a, b in zip(one, two))

    # -- inside -----------------------------------------------------------

    def _size(self, artist, palette):
        order = self._orders.get(artist)
        return palette.count if order is None else len(order.numbers)

    def _colours(self, artist, palette, numbers):
        order = self._orders.get(artist)
        size = self._size(artist, palette)
        table, first, count = self._table, palette.first, palette.count
        colours = []
        for number in numbers:
            if not 0 <= number < size:
                raise ValueError("there is no such number")
            colour = number
            if order is not None:
                colour = order.numbers[number]
                if not order.fits and not 0 <= colour < count:
                    raise ValueError("the number stands for no colour")
            at = 3 * (first + colour)
            colours.append((table[at], table[at + 1], table[at + 2]))
        return colours
