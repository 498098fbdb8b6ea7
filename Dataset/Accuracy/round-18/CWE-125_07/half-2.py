class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _inside(self, at):
        """Is this byte in the middle of a character?"""
        return at < len(self._memory) and self._memory[at] & 0xC0 == 0x80

    def _place(self, diary, byte, count=0):
        """First byte, place and end in the memory, the place at the beginning of a character."""
        offset, size = self._table[diary]
        if not 0 <= byte <= size:
            raise ValueError("no such place in the diary: %d" % byte)
        if count < 0:
            raise ValueError("negative number of characters")
        at = offset + byte
        while at > offset and self._inside(at):
            at -= 1
        return offset, at, offset + size

    def forward(self, diary, byte, count):
        first, start, last = self._place(diary, byte, count)
        at = start
        while count > 0 and at < last:
            at += 1
            while at < last and self._inside(at):
                at += 1
            count -= 1
        return self._memory[start:at].decode("utf-8"), at - first

    def backward(self, diary, byte, count):
        first, end, last = self._place(diary, byte, count)
        at = end
        while count > 0 and at > first:
            at -= 1
            while at > first and self._inside(at):
                at -= 1
            count -= 1
        return self._memory[at:end].decode("utf-8"), at - first

    def word(self, diary, byte):
        if byte == self._table[diary][1]:
            raise ValueError("behind the last character")
        first, at, last = self._place(diary, byte)
        start = 1 + max(self._memory.rfind(mark, first, at + 1) for mark in (b" ", b"\n"))
        start = max(start, first)
        if start > at:
            return ""
        ends = (self._memory.find(mark, at, last) for mark in (b" ", b"\n"))
        end = min((end for end in ends if end >= 0), default=last)
        return self._memory[start:end].decode("utf-8")
