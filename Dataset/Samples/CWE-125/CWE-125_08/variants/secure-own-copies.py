"""Cuts an artist's palette out of the table when it is given; everything else sees that copy only."""


class Palettes:
    def __init__(self, table):
        self._table = memoryview(table)
        self._own, self._orders = {}, {}

    def give(self, artist, first, count):
        cut = self._table[3 * first:3 * (first + count)].tobytes()
        self._own[artist] = [tuple(cut[place:place + 3]) for place in range(0, len(cut), 3)]

    def arrange(self, artist, numbers):
        self._orders[artist] = tuple(numbers)

    def _shown(self, artist):
        """The colours by number, with None for what stands for nothing."""
        own = self._own[artist]
        order = self._orders.get(artist, range(len(own)))
        return [own[number] if 0 <= number < len(own) else None for number in order]

    @staticmethod
    def _pick(colours, numbers):
        picked = [colours[number] if 0 <= number < len(colours) else None for number in numbers]
        if None in picked:
            raise ValueError("there is no such colour")
        return picked

    def paint(self, artist, data, bits):
        colours = self._shown(artist)
        text = "".join(format(byte, "08b") for byte in data)
        return self._pick(colours, (int(text[place:place + bits], 2) for place in range(0, len(text), bits)))

    def span(self, artist, first, last):
        return self._pick(self._shown(artist), range(first, last + 1))

    def blend(self, artist, place):
        colours = self._shown(artist)
        number, part = place >> 4, place & 15
        if not part:
            return self._pick(colours, [number])[0]
        pairs = zip(*self._pick(colours, [number, number + 1]))
        return tuple((16 * a + part * (b - a)) // 16 for a, b in pairs)
