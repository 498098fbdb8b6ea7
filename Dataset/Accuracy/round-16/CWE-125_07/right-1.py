"""Backend for the reading desks: every diary is a window of its own, nothing else is ever held."""
from codecs import getincrementaldecoder
from itertools import islice, takewhile


class NotInDiary(ValueError):
    pass


class Window:
    """The bytes of one diary, numbered from 0."""

    def __init__(self, memory, offset, size):
        self.view = memoryview(memory).toreadonly()[offset:offset + size]

    def place(self, byte, last):
        if byte < 0 or byte > last:
            raise NotInDiary("no such place")
        return byte

    def onward(self, byte):
        """Pairs of a character and the byte behind it."""
        decoder = getincrementaldecoder("utf-8")("replace")
        for at in range(byte, len(self.view)):
            final = at + 1 == len(self.view)
            text = decoder.decode(bytes(self.view[at:at + 1]), final)
            for sign in text:
                yield sign, at + 1

    def homeward(self, byte):
        """Pairs of a character and the byte at which it begins, the nearest first."""
        behind = byte
        for at in range(byte - 1, -1, -1):
            if at == 0 or not 0x80 <= self.view[at] < 0xC0:
                yield str(self.view[at:behind], "utf-8", "replace"), at
                behind = at


def _inside(pair):
    return pair[0] not in (" ", "\n")


class Diaries:
    def __init__(self, memory, table):
        self.windows = {name: Window(memory, *place) for name, place in table.items()}

    def _some(self, window, pairs, byte, count):
        if count < 0:
            raise NotInDiary("a negative number of characters")
        found = list(islice(pairs, min(count, len(window.view))))
        return [sign for sign, _ in found], found[-1][1] if found else byte

    def forward(self, diary, byte, count):
        w = self.windows[diary]
        signs, at = self._some(w, w.onward(w.place(byte, len(w.view))), byte, count)
        return "".join(signs), at

    def backward(self, diary, byte, count):
        w = self.windows[diary]
        signs, at = self._some(w, w.homeward(w.place(byte, len(w.view))), byte, count)
        return "".join(reversed(signs)), at

    def word(self, diary, byte):
        w = self.windows[diary]
        w.place(byte, len(w.view) - 1)
        behind = [sign for sign, _ in takewhile(_inside, w.onward(byte))]
        if not behind:
            return ""
        before = [sign for sign, _ in takewhile(_inside, w.homeward(byte))]
        return "".join(reversed(before)) + "".join(behind)
