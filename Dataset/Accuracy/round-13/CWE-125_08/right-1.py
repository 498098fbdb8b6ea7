"""Palettes: every artist is an object that owns a window on the table."""
from collections.abc import Sequence
from itertools import starmap


class NotThere(ValueError, LookupError):
    pass


class _Window(Sequence):
    """A read-only view of `count` colours; knows no negative indices."""

    def __init__(self, table, first, count):
        self._bytes = memoryview(table)[3 * first:3 * (first + count)].toreadonly()

    def __len__(self):
        return len(self._bytes) // 3

    def __getitem__(self, index):
        if index not in range(len(self)):
            raise NotThere(index)
        return tuple(self._bytes[3 * index:][:3])


class _Arranged:
    def __init__(self, numbers):
        self._of = dict(enumerate(numbers))

    def __call__(self, number):
        try:
            return self._of[number]
        except KeyError:
            pass
        raise NotThere(number)


class _Artist:
    window = None
    colour_of = staticmethod(lambda number: number)

    def __getitem__(self, number):
        return self.window[self.colour_of(number)]


class Palettes:
    def __init__(self, table):
        self._table = table
        self._artists = {}

    def _artist(self, name):
        artist = self._artists[name]
        if artist.window is None:
            raise KeyError(name)
        return artist

    def give(self, artist, first, count):
        self._artists.setdefault(artist, _Artist()).window = _Window(self._table, first, count)

    def arrange(self, artist, numbers):
        self._artists.setdefault(artist, _Artist()).colour_of = _Arranged(numbers)

    def paint(self, artist, data, bits):
        who = self._artist(artist)
        if bits not in {1, 2, 4, 8}:
            raise ValueError(bits)
        digits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}" if data else ""
        return [who[int(digits[k:k + bits], 2)] for k in range(0, len(digits), bits)]

    def span(self, artist, first, last):
        who = self._artist(artist)
        step = 1 if first <= last else -1        # ends in any order: walk that way
        return [who[number] for number in range(first, last + step, step)]

    def blend(self, artist, place):
        who = self._artist(artist)
        number, n = place >> 4, place & 15
        pair = zip(who[number], who[number + 1] if n else who[number])
        return tuple(starmap(lambda a, b: ((16 - n) * a + n * b) >> 4, pair))
