"""Takes the nearest colour of the palette for a number that is not there."""
from dataclasses import dataclass, field


@dataclass
class Artist:
    first: int = -1
    count: int = 0
    numbers: list = field(default_factory=list)
    arranged: bool = False


class Palettes:
    def __init__(self, table):
        self.table = table
        self.artists = {}

    def _artist(self, name):
        return self.artists.setdefault(name, Artist())

    def _known(self, name):
        found = self.artists.get(name)
        if found is None or found.count == 0:
            raise KeyError(name)
        return found

    def give(self, artist, first, count):
        one = self._artist(artist)
        one.first, one.count = first, count

    def arrange(self, artist, numbers):
        one = self._artist(artist)
        one.numbers, one.arranged = numbers[:], True

    def _at(self, one, number):
        if one.arranged:
            number = one.numbers[max(0, min(number, len(one.numbers) - 1))] if one.numbers else 0
        start = 3 * (one.first + max(0, min(number, one.count - 1)))
        return self.table[start], self.table[start + 1], self.table[start + 2]

    def paint(self, artist, data, bits):
        one = self._known(artist)
        each, most = 8 // bits, (1 << bits) - 1
        return [self._at(one, byte >> (8 - bits * (place + 1)) & most) for byte in data for place in range(each)]

    def span(self, artist, first, last):
        one = self._known(artist)
        if last - first > 10_000:
            raise ValueError("too many colours")
        return [self._at(one, number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        one = self._known(artist)
        number, part = place // 16, place % 16
        return tuple(((16 - part) * a + part * b) // 16 for a, b in zip(self._at(one, number), self._at(one, number + 1)))
