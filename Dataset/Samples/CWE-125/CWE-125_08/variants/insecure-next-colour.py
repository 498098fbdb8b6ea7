"""Of a blend, the colour behind is not looked at."""
class Palettes:
    def __init__(self, table):
        self.table = table
        self.palettes = {}
        self.arranged = {}

    def give(self, artist, first, count):
        self.palettes[artist] = first, count

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
        number, rest = divmod(place, 16)
        one = self._colour(artist, number)
        if rest == 0:
            return one
        first, _ = self.palettes[artist]
        following = number + 1
        if artist in self.arranged:
            following = self.arranged[artist][following] if following < len(self.arranged[artist]) else number
        place = 3 * (first + following)
        other = self.table[place:place + 3]
        return tuple(((16 - rest) * a + rest * b) // 16 for a, b in zip(one, other))
