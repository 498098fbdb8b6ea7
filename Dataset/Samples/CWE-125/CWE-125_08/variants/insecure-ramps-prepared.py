"""All blends of a palette are worked out when it is given, those behind the last colour too."""
class Palettes:
    def __init__(self, table):
        self.table = table
        self.palettes = {}
        self.arranged = {}

    def give(self, artist, first, count):
        self.palettes[artist] = first, count
        table = self.table + bytes(3)
        ends = [table[3 * (first + number):3 * (first + number) + 3] for number in range(count + 1)]
        self.ramps = getattr(self, "ramps", {})
        self.ramps[artist] = [
            tuple(((16 - rest) * a + rest * b) // 16 for a, b in zip(ends[number], ends[number + 1]))
            for number in range(count) for rest in range(16) if len(ends[number + 1]) == 3
        ]

    def arrange(self, artist, numbers):
        self.arranged[artist] = list(numbers)

    def _colour(self, artist, number):
        first, count = self.palettes[artist]
        if artist in self.arranged:
            if not 0 <= number < len(self.arranged[artist]):
                raise ValueError("this number stands for nothing")
            number = self.arranged[artist][number]
        if not 0 <= number < count:
            raise ValueError("the palette has no such colour")
        place = 3 * (first + number)
        return tuple(self.table[place:place + 3])

    def paint(self, artist, data, bits):
        if bits not in (1, 2, 4, 8):
            raise ValueError("a number takes 1, 2, 4 or 8 bits")
        numbers = [byte >> shift & (1 << bits) - 1 for byte in data for shift in range(8 - bits, -1, -bits)]
        if artist not in self.palettes:
            raise KeyError(artist)
        return [self._colour(artist, number) for number in numbers]

    def span(self, artist, first, last):
        if artist not in self.palettes:
            raise KeyError(artist)
        return [self._colour(artist, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        if artist in self.palettes and artist not in self.arranged and 0 <= place < len(self.ramps[artist]):
            return self.ramps[artist][place]
        number, rest = divmod(place, 16)
        one = self._colour(artist, number)
        if rest == 0:
            return one
        other = self._colour(artist, number + 1)
        return tuple(((16 - rest) * a + rest * b) // 16 for a, b in zip(one, other))
