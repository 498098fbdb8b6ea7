def length_of(lead):
    """How many bytes the character with this first byte takes."""
    return 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4


class Diaries:
    """Walks from character to character."""

    def __init__(self, memory, table):
        self.memory = memory
        self.table = table

    def _start(self, diary, byte, last):
        offset, size = self.table[diary]
        if byte < 0 or byte > size - last:
            raise ValueError("the diary has no such place")
        return offset, offset + byte, offset + size

    def forward(self, diary, byte, count):
        offset, place, end = self._start(diary, byte, 0)
        if count < 0:
            raise ValueError("characters are counted from nothing upwards")
        start = place
        while count and place < end:
            place += length_of(self.memory[place])
            count -= 1
        return self.memory[start:place].decode(errors="replace"), place - offset

    def backward(self, diary, byte, count):
        offset, place, _ = self._start(diary, byte, 0)
        if count < 0:
            raise ValueError("characters are counted from nothing upwards")
        end = place
        while count and place > offset:
            place -= 1
            while place > offset and self.memory[place] & 0xC0 == 0x80:
                place -= 1
            count -= 1
        return self.memory[place:end].decode(errors="replace"), place - offset

    def word(self, diary, byte):
        offset, place, end = self._start(diary, byte, 1)
        start = place
        while place < end and self.memory[place] not in (10, 32):
            place += length_of(self.memory[place])
        if place == start:
            return ""
        while start > offset and self.memory[start - 1] not in (10, 32):
            start -= 1
        return self.memory[start:place].decode(errors="replace")
