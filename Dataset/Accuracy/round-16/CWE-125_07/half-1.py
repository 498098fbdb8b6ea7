"""Backend for the reading desks (MUS-118)."""

BREAKS = (0x20, 0x0A)


def _width(lead):
    """How many bytes the character has that begins with this byte."""
    if lead < 0x80:
        return 1
    if lead < 0xE0:
        return 2
    if lead < 0xF0:
        return 3
    return 4


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _place(self, diary, byte, count=0):
        offset, size = self._table[diary]
        if not 0 <= byte <= size:
            raise ValueError("no such place in the diary")
        if count < 0:
            raise ValueError("a count is not negative")
        return offset, offset + byte, offset + size

    def forward(self, diary, byte, count):
        begin, at, end = self._place(diary, byte, count)
        parts = []
        # only as far as the diary goes; a character lies in it as a whole
        while at < end and len(parts) < count:
            width = _width(self._memory[at])
            parts.append(self._memory[at:at + width].decode("utf-8", "replace"))
            at += width
        return "".join(parts), at - begin

    def backward(self, diary, byte, count):
        begin, at, end = self._place(diary, byte, count)
        stop = at
        while at > begin and count > 0:
            at -= 1
            while at > begin and self._memory[at] & 0xC0 == 0x80:
                at -= 1
            count -= 1
        return self._memory[at:stop].decode("utf-8", "replace"), at - begin

    def word(self, diary, byte):
        begin, at, end = self._place(diary, byte)
        if at == end:
            raise ValueError("there is no character behind the last one")
        if self._memory[at] in BREAKS:
            return ""
        first, last = at, at
        while first > begin and self._memory[first - 1] not in BREAKS:
            first -= 1
        while last < end and self._memory[last] not in BREAKS:
            last += 1
        return self._memory[first:last].decode("utf-8", "replace")
