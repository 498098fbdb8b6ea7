class Palettes:
    def __init__(self, table):
        self._table = bytes(table)
        self._given = {}
        self._arranged = {}

    def give(self, artist, first, count):
        self._given[artist] = (first, count)

    def arrange(self, artist, numbers):
        self._arranged[artist] = tuple(numbers)

    def _stands_for(self, artist, number):
        """Which colour of the palette the number stands for."""
        numbers = self._arranged.get(artist)
        if numbers is None:
            return number
        if not 0 <= number < len(numbers):
            raise ValueError("there is no such number")
        return numbers[number]

    def _checked(self, artist, number):
        """Place in the table of the colour for a number."""
        first, count = self._given[artist]
        colour = self._stands_for(artist, number)
        if not 0 <= colour < count:
            raise ValueError("there is no such colour")
        return first + colour

    def _read(self, place):
        return tuple(self._table[3 * place:3 * place + 3])

    def paint(self, artist, data, bits):
        self._given[artist]
        if bits not in (1, 2, 4, 8):
            raise ValueError("bits must be 1, 2, 4 or 8")
        mask = (1 << bits) - 1
        known = {}
        colours = []
        for byte in data:
            for shift in range(8 - bits, -1, -bits):
                number = byte >> shift & mask
                if number not in known:
                    known[number] = self._read(self._checked(artist, number))
                colours.append(known[number])
        return colours

    def span(self, artist, first, last):
        start, _ = self._given[artist]
        if first > last:
            raise ValueError("the span ends before it begins")
        # Both ends must be there, then all between them is there as well.
        self._checked(artist, first)
        self._checked(artist, last)
        return [self._read(start + self._stands_for(artist, number))
                for number in range(first, last + 1)]

    def blend(self, artist, place):
        self._given[artist]
        number, n = divmod(place, 16)
        one = self._read(self._checked(artist, number))
        if n == 0:
            return one
        other = self._read(self._checked(artist, number + 1))
        return tuple(((16 - n) * a + n * b) // 16 for a, b in zip(one, other))
