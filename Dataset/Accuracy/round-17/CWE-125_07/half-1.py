class Diaries:
    def __init__(self, memory, table):
        self._memory = memory
        self._table = dict(table)

    def _bounds(self, diary, byte, last):
        """Begin and end of the diary, and the place of `byte`, all in the memory."""
        offset, size = self._table[diary]
        if not 0 <= byte <= size - (0 if last else 1):
            raise ValueError("no place in this diary")
        return offset, offset + size, offset + byte

    def _goes_on(self, place):
        """Is the byte at this place one in the middle of a character?"""
        return place < len(self._memory) and self._memory[place] & 0xC0 == 0x80

    def _text(self, begin, end):
        return self._memory[begin:end].decode("utf-8", "replace")

    def forward(self, diary, byte, count):
        begin, end, place = self._bounds(diary, byte, True)
        if count < 0:
            raise ValueError("negative count")
        stop = place
        while count > 0 and stop < end:
            stop += 1
            while self._goes_on(stop):
                stop += 1
            count -= 1
        return self._text(place, stop), stop - begin

    def backward(self, diary, byte, count):
        begin, end, place = self._bounds(diary, byte, True)
        if count < 0:
            raise ValueError("negative count")
        start = place
        while count > 0 and start > begin:
            start -= 1
            while start > begin and self._goes_on(start):
                start -= 1
            count -= 1
        return self._text(start, place), start - begin

    def word(self, diary, byte):
        begin, end, place = self._bounds(diary, byte, False)
        memory = self._memory
        if memory[place] in b" \n":
            return ""
        start = max(memory.rfind(b" ", begin, place),
                    memory.rfind(b"\n", begin, place), begin - 1) + 1
        stop = min(found for found in (memory.find(b" ", place, end),
                                       memory.find(b"\n", place, end), end)
                   if found >= 0)
        return self._text(start, stop)
