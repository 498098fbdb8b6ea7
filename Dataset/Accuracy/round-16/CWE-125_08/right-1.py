from itertools import islice


class Missing(ValueError):
    """A number or a colour that is not there."""


class _Book(dict):
    """The colours of one palette, by their number; there is nothing else to be found in it."""

    def __missing__(self, key):
        raise Missing("nothing for %d" % key)


class _Same:
    def __getitem__(self, key):
        return key


def _numbers(data, bits):
    width = {1: 1, 2: 2, 4: 4, 8: 8}.get(bits)
    if width is None:
        raise Missing("bits")
    for byte in data:
        text = format(byte, "08b")
        yield from (int(text[at:at + width], 2) for at in range(0, 8, width))


class Palettes:
    def __init__(self, table):
        self.__colours = list(zip(*[iter(table)] * 3))
        self.__books, self.__orders = {}, {}

    def give(self, artist, first, count):
        mine = islice(self.__colours, first, first + count)
        self.__books[artist] = _Book(enumerate(mine))

    def arrange(self, artist, numbers):
        self.__orders[artist] = _Book(enumerate(numbers))

    def __finder(self, artist):
        book = self.__books[artist]
        order = self.__orders.get(artist, _Same())
        return lambda number: book[order[number]]

    def paint(self, artist, data, bits):
        find = self.__finder(artist)
        return list(map(find, _numbers(data, bits)))

    def span(self, artist, first, last):
        find, found = self.__finder(artist), []
        while first <= last:
            found.append(find(first))
            first += 1
        return found

    def blend(self, artist, place):
        find = self.__finder(artist)
        behind = place & 15
        low = find(place >> 4)
        high = find((place >> 4) + 1) if behind else low
        return tuple(((16 - behind) * a + behind * b) // 16 for a, b in zip(low, high))
