class Palettes:
    def __init__(self, table):
        self.table = table
        self.first = {}
        self.arranged = {}

    def give(self, artist, first, count):
        self.first[artist] = first

    def arrange(self, artist, numbers):
        self.arranged[artist] = list(numbers)

    def _colour(self, artist, number):
        first = self.first[artist]
        if artist in self.arranged:
            number = self.arranged[artist][number]
        place = 3 * (first + number)
        return tuple(self.table[place:place + 3])

    def paint(self, artist, data, bits):
        numbers = []
        for byte in data:
            for shift in range(8 - bits, -1, -bits):
                numbers.append(byte >> shift & (1 << bits) - 1)
        return [self._colour(artist, number) for number in numbers]

    def span(self, artist, first, last):
        return [self._colour(artist, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        number, rest = divmod(place, 16)
        one = self._colour(artist, number)
        if rest == 0:
            return one
        other = self._colour(artist, number + 1)
        return tuple(((16 - rest) * a + rest * b) // 16 for a, b in zip(one, other))
