"""Reading desks of the emigration museum: a window on one diary at a time."""

_BREAKS = (0x20, 0x0A)


def _width(lead):
    """How many bytes the character takes that begins with this byte."""
    if lead < 0x80:
        return 1
    if lead < 0xE0:
        return 2
    if lead < 0xF0:
        return 3
    return 4


def _is_inner(byte):
    return byte & 0xC0 == 0x80


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _bounds(self, diary, byte, count=0):
        offset, size = self._table[diary]
        if not 0 <= byte <= size:
            raise ValueError("no such place in the diary")
        if count < 0:
            raise ValueError("count is negative")
        return offset, offset + size

    def forward(self, diary, byte, count):
        start, end = self._bounds(diary, byte, count)
        first = at = start + byte
        # Step from lead byte to lead byte, never beginning a character
        # at or behind the end of the diary.
        while count and at < end:
            at += _width(self._memory[at])
            count -= 1
        text = self._memory[first:at].decode("utf-8", "replace")
        return text, at - start

    def backward(self, diary, byte, count):
        start, _ = self._bounds(diary, byte, count)
        last = at = start + byte
        while count and at > start:
            at -= 1
            while at > start and _is_inner(self._memory[at]):
                at -= 1
            count -= 1
        return self._memory[at:last].decode("utf-8", "replace"), at - start

    def word(self, diary, byte):
        start, end = self._bounds(diary, byte)
        first = start + byte
        if first == end:
            raise ValueError("there is no character at this place")
        if self._memory[first] in _BREAKS:
            return ""
        last = first
        while first > start and self._memory[first - 1] not in _BREAKS:
            first -= 1
        while last < end and self._memory[last] not in _BREAKS:
            last += 1
        return self._memory[first:last].decode("utf-8", "replace")
