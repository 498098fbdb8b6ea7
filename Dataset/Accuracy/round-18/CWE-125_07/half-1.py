class Diaries:
    """Diaries in one big memory; a desk never sees more than the one it reads."""

    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _bounds(self, diary):
        offset, size = self._table[diary]
        return offset, offset + size

    @staticmethod
    def _length(lead):
        """How many bytes a character has, by its first one."""
        if lead < 0x80:
            return 1
        if lead < 0xE0:
            return 2
        if lead < 0xF0:
            return 3
        return 4

    def _check(self, byte, size, count=0):
        if byte < 0 or byte > size:
            raise ValueError("there is no such place in the diary")
        if count < 0:
            raise ValueError("the number of characters is negative")

    def forward(self, diary, byte, count):
        first, last = self._bounds(diary)
        self._check(byte, last - first, count)
        start = at = first + byte
        while count > 0 and at < last:
            at += self._length(self._memory[at])
            count -= 1
        return self._memory[start:at].decode("utf-8", "replace"), at - first

    def backward(self, diary, byte, count):
        first, last = self._bounds(diary)
        self._check(byte, last - first, count)
        end = at = first + byte
        while count > 0 and at > first:
            at -= 1
            while at > first and self._memory[at] & 0xC0 == 0x80:
                at -= 1
            count -= 1
        return self._memory[at:end].decode("utf-8", "replace"), at - first

    def word(self, diary, byte):
        first, last = self._bounds(diary)
        self._check(byte, last - first)
        at = first + byte
        if at == last:
            raise ValueError("behind the last character")
        if self._memory[at] in b" \n":
            return ""
        start = end = at
        while start > first and self._memory[start - 1] not in b" \n":
            start -= 1
        while end < last and self._memory[end] not in b" \n":
            end += 1
        return self._memory[start:end].decode("utf-8", "replace")
