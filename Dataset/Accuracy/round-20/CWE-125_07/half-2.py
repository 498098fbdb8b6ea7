"""Reading desks: characters of diaries in a mapped memory."""


class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)
        self._given = set()

    def _place(self, diary, byte):
        """First byte, end and asked byte of a diary, as places in the memory.

        A place has to lie within the diary, and a character has to begin there.
        Desks turn page after page, so places that we have told are not looked at again.
        """
        offset, size = self._table[diary]
        at = offset + byte
        if at not in self._given:
            if byte < 0 or byte > size:
                raise ValueError("no such place in the diary")
            if byte < size and self._memory[at] & 0xC0 == 0x80:
                raise ValueError("no character begins here")
        return offset, offset + size, at

    def _tell(self, at, start):
        if len(self._given) > 100_000:
            self._given.clear()
        self._given.add(at)
        return at - start

    def _text(self, start, stop):
        return self._memory[start:stop].decode("utf-8", "replace")

    def forward(self, diary, byte, count):
        if count < 0:
            raise ValueError("negative count")
        start, end, at = self._place(diary, byte)
        stop = at
        while count > 0 and stop < end:
            stop += 1
            while stop < end and self._memory[stop] & 0xC0 == 0x80:
                stop += 1
            count -= 1
        return self._text(at, stop), self._tell(stop, start)

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
        return self._text(first, at), self._tell(first, start)

    def word(self, diary, byte):
        start, end, at = self._place(diary, byte)
        if at >= end:
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
