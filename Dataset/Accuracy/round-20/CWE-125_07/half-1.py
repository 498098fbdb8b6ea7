"""Reading desks: characters of diaries in a mapped memory."""


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _place(self, diary, byte):
        """First byte, end and asked byte of a diary, as places in the memory."""
        offset, size = self._table[diary]
        if byte < 0 or byte > size:
            raise ValueError("no such place in the diary")
        return offset, offset + size, offset + byte

    @staticmethod
    def _length(lead):
        """How many bytes the character has that begins with this byte."""
        if lead < 0x80:
            return 1
        if lead < 0xE0:
            return 2
        if lead < 0xF0:
            return 3
        return 4

    def _text(self, start, stop):
        return self._memory[start:stop].decode("utf-8", "replace")

    def forward(self, diary, byte, count):
        if count < 0:
            raise ValueError("negative count")
        start, end, at = self._place(diary, byte)
        stop = at
        while count > 0 and stop < end:
            stop += self._length(self._memory[stop])
            count -= 1
        return self._text(at, stop), stop - start

    def backward(self, diary, byte, count):
        if count < 0:
            raise ValueError("negative count")
        start, end, at = self._place(diary, byte)
        first = at
        while count > 0 and first > start:
            first -= 1
            while first > start and self._memory[first] & 0xC0 == 0x80:
                first -= 1
            count -= 1
        return self._text(first, at), first - start

    def word(self, diary, byte):
        start, end, at = self._place(diary, byte)
        if at == end:
            raise ValueError("there is no character at this place")
        first = at
        while first > start and self._memory[first - 1] not in b" \n":
            first -= 1
        stop = at
        while stop < end and self._memory[stop] not in b" \n":
            stop += 1
        if stop == at:
            return ""
        return self._text(first, stop)
