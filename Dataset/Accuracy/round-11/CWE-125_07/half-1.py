def _length(lead):
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

    def _span(self, diary, byte, count=0):
        start, size = self._table[diary]
        if not 0 <= byte <= size:
            raise ValueError("no such place in the diary")
        if count < 0:
            raise ValueError("the count is negative")
        return start, start + size, start + byte

    def _text(self, first, last):
        return self._memory[first:last].decode("utf-8", "replace")

    def forward(self, diary, byte, count):
        start, end, first = self._span(diary, byte, count)
        place = first
        while count > 0 and place < end:
            place += _length(self._memory[place])
            count -= 1
        return self._text(first, place), place - start

    def backward(self, diary, byte, count):
        start, end, last = self._span(diary, byte, count)
        place = last
        while count > 0 and place > start:
            place -= 1
            while place > start and self._memory[place] & 0xC0 == 0x80:
                place -= 1
            count -= 1
        return self._text(place, last), place - start

    def word(self, diary, byte):
        start, end, place = self._span(diary, byte)
        if place == end:
            raise ValueError("no character there")
        if self._memory[place] in b" \n":
            return ""
        first = max(self._memory.rfind(b" ", start, place),
                    self._memory.rfind(b"\n", start, place),
                    start - 1) + 1
        ends = [self._memory.find(sign, place, end) for sign in (b" ", b"\n")]
        last = min([e for e in ends if e >= 0], default=end)
        return self._text(first, last)
