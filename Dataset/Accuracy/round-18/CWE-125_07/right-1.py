import itertools
from collections import deque


class _Strip:
    """One diary, cut out of the memory: no index of it can lead outside."""

    __slots__ = ("_view",)

    def __init__(self, memory, offset, size):
        self._view = memoryview(memory)[offset:offset + size].toreadonly()

    def __len__(self):
        return len(self._view)

    def ahead(self, at):
        """Ends of the characters from `at` on."""
        for here in range(at + 1, len(self) + 1):
            if here == len(self) or self._view[here] & 0xC0 != 0x80:
                yield here

    def astern(self, at):
        """Beginnings of the characters before `at`."""
        for here in range(at - 1, -1, -1):
            if here == 0 or self._view[here] & 0xC0 != 0x80:
                yield here

    def blank(self, at):
        return self._view[at] in (0x20, 0x0A)

    def text(self, start, end):
        return str(self._view[start:end], "utf-8", "backslashreplace")


class PlaceError(ValueError):
    pass


def _last(steps, count, default):
    found = deque(itertools.islice(steps, count), maxlen=1)
    return found[0] if found else default


class Diaries:
    def __init__(self, memory, table):
        self._strips = {name: _Strip(memory, *place) for name, place in table.items()}

    def _open(self, diary, byte, count):
        strip = self._strips[diary]
        if byte not in range(len(strip) + 1) or count < 0:
            raise PlaceError("not in this diary")
        return strip, min(count, len(strip))

    def forward(self, diary, byte, count):
        strip, count = self._open(diary, byte, count)
        end = _last(strip.ahead(byte), count, byte)
        return strip.text(byte, end), end

    def backward(self, diary, byte, count):
        strip, count = self._open(diary, byte, count)
        start = _last(strip.astern(byte), count, byte)
        return strip.text(start, byte), start

    def word(self, diary, byte):
        strip, _ = self._open(diary, byte, 0)
        if byte == len(strip):
            raise PlaceError("behind the last character")
        if strip.blank(byte):
            return ""
        before = itertools.takewhile(lambda at: not strip.blank(at), range(byte, -1, -1))
        behind = itertools.takewhile(lambda at: not strip.blank(at), range(byte, len(strip)))
        return strip.text(min(before), max(behind) + 1)
