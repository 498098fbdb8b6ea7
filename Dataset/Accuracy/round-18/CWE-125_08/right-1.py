from itertools import islice


class NotThere(ValueError):
    pass


class _Palette:
    """Colours of one artist: a copy, so nothing beyond can be reached."""

    __slots__ = ("colours", "wishes")

    def __init__(self):
        self.colours = None
        self.wishes = None

    def __call__(self, number):
        steps = (self.colours,) if self.wishes is None else (self.wishes, self.colours)
        for step in steps:
            try:
                number = step[number]      # dictionaries: no counting from the end
            except KeyError:
                raise NotThere(f"{number} is not there") from None
        return number


def _pixels(data, bits):
    for byte in bytes(data):
        word = format(byte, "08b")
        letters = iter(word)
        while piece := "".join(islice(letters, bits)):
            yield int(piece, 2)


class Palettes:
    def __init__(self, table):
        view = iter(bytes(table))
        self._all = list(zip(view, view, view))
        self._desk = {}

    def _of(self, artist):
        palette = self._desk.get(artist)
        if palette is None or palette.colours is None:
            raise KeyError(artist)
        return palette

    def give(self, artist, first, count):
        palette = self._desk.setdefault(artist, _Palette())
        palette.colours = dict(enumerate(self._all[first:first + count]))

    def arrange(self, artist, numbers):
        self._desk.setdefault(artist, _Palette()).wishes = dict(enumerate(numbers))

    def paint(self, artist, data, bits):
        palette = self._of(artist)
        if bits not in {1, 2, 4, 8}:
            raise NotThere("bits")
        return list(map(palette, _pixels(data, bits)))

    def span(self, artist, first, last):
        palette = self._of(artist)
        if last < first:
            raise NotThere("backwards")
        palette(first), palette(last)
        return [palette(number) for number in range(first, last + 1)]

    def blend(self, artist, place):
        palette = self._of(artist)
        number, rest = place >> 4, place & 15
        near = palette(number)
        far = palette(number + 1) if rest else near
        return tuple((16 * a + rest * (b - a)) // 16 for a, b in zip(near, far))
