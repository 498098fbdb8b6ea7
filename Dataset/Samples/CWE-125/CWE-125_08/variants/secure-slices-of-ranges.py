"""Asks a range of the palette's places for each of them, below zero never."""


class Palettes:
    def __init__(self, table):
        self.table = table
        self.places = {}
        self.orders = {}

    def give(self, artist, first, count):
        self.places[artist] = range(3 * first, 3 * (first + count), 3)

    def arrange(self, artist, numbers):
        self.orders[artist] = dict(enumerate(numbers))

    def _colours(self, artist, numbers):
        places = self.places[artist]
        order = self.orders.get(artist)
        for number in numbers:
            if order is not None:
                number = order.get(number, -1)
            if number < 0:
                raise ValueError("no such number")
            try:
                place = places[number]
            except IndexError:
                raise ValueError("no such colour") from None
            yield tuple(self.table[place:place + 3])

    def paint(self, artist, data, bits):
        whole, mask = int.from_bytes(data, "big"), 2**bits - 1
        shifts = range(8 * len(data) - bits, -1, -bits)
        return list(self._colours(artist, (whole >> shift & mask for shift in shifts)))

    def span(self, artist, first, last):
        return list(self._colours(artist, range(first, last + 1)))

    def blend(self, artist, place):
        number, part = divmod(place, 16)
        a, *more = self._colours(artist, range(number, number + (2 if part else 1)))
        b = more[0] if more else a
        return tuple(((16 - part) * x + part * y) // 16 for x, y in zip(a, b))
