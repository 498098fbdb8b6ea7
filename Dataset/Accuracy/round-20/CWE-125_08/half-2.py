class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._given = {}
        self._arranged = {}

    def give(self, artist, first, count):
        self._given[artist] = (first, count)

    def arrange(self, artist, numbers):
        # The least and the greatest tell at once whether a palette has all.
        least = min(numbers, default=0)
        greatest = max(numbers, default=-1)
        self._arranged[artist] = (numbers, least, greatest)

    def _places(self, artist, wanted):
        """Places in the table of the colours for some numbers."""
        first, count = self._given[artist]
        if artist not in self._arranged:
            for number in wanted:
                if not 0 <= number < count:
                    raise ValueError("there is no such colour")
            return [first + number for number in wanted]
        numbers, least, greatest = self._arranged[artist]
        for number in wanted:
            if not 0 <= number < len(numbers):
                raise ValueError("there is no such number")
        colours = [numbers[number] for number in wanted]
        if least < 0 or greatest >= count:
            # Some are not there (any more): look at each that is wanted.
            for colour in colours:
                if not 0 <= colour < count:
                    raise ValueError("there is no such colour")
        return [first + colour for colour in colours]

    def _colours(self, artist, wanted):
        table = self._table
        return [tuple(table[3 * place:3 * place + 3])
                for place in self._places(artist, wanted)]

    def paint(self, artist, data, bits):
        self._given[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        mask = (1 << bits) - 1
        shifts = range(8 - bits, -1, -bits)
        return self._colours(artist, [byte >> shift & mask
                                      for byte in data for shift in shifts])

    def span(self, artist, first, last):
        _, count = self._given[artist]
        if artist in self._arranged:
            count = len(self._arranged[artist][0])
        if not 0 <= first <= last < count:
            raise ValueError("there is no such span")
        return self._colours(artist, range(first, last + 1))

    def blend(self, artist, place):
        self._given[artist]
        number, n = divmod(place, 16)
        if n == 0:
            return self._colours(artist, [number])[0]
        one, other = self._colours(artist, [number, number + 1])
        return tuple(((16 - n) * a + n * b) // 16 for a, b in zip(one, other))
