"""Backend for the reading desks (MUS-118)."""
import re

_WORD_END = re.compile(rb"[ \n]")


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = {name: (int(offset), int(size)) for name, (offset, size) in table.items()}

    def _bounds(self, diary, byte):
        offset, size = self._table[diary]
        if byte < 0 or byte > size:
            raise ValueError(f"byte {byte} is outside of the diary (0 to {size})")
        start, at, end = offset, offset + byte, offset + size
        if at < end and self._memory[at] & 0xC0 == 0x80:
            # a desk has lost its place: say what is there, so that we can find out why
            near = self._memory[max(at - 3, 0):at + 4].hex(" ")
            raise ValueError(f"byte {byte} is in the middle of a character ({near})")
        return start, at, end

    def forward(self, diary, byte, count):
        start, at, end = self._bounds(diary, byte)
        if count < 0:
            raise ValueError("count is negative")
        stop = at
        while count and stop < end:
            stop += 1
            while stop < end and self._memory[stop] & 0xC0 == 0x80:
                stop += 1
            count -= 1
        return self._memory[at:stop].decode("utf-8"), stop - start

    def backward(self, diary, byte, count):
        start, at, end = self._bounds(diary, byte)
        if count < 0:
            raise ValueError("count is negative")
        first = at
        while count and first > start:
            first -= 1
            while first > start and self._memory[first] & 0xC0 == 0x80:
                first -= 1
            count -= 1
        return self._memory[first:at].decode("utf-8"), first - start

    def word(self, diary, byte):
        start, at, end = self._bounds(diary, byte)
        if at == end:
            raise ValueError("behind the last character")
        if self._memory[at:at + 1] in (b" ", b"\n"):
            return ""
        first = max(self._memory.rfind(b" ", start, at), self._memory.rfind(b"\n", start, at), start - 1) + 1
        behind = _WORD_END.search(self._memory, at, end)
        return self._memory[first:behind.start() if behind else end].decode("utf-8")
