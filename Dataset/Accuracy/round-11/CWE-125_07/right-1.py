"""Every diary is a memoryview of its own, which ends where the diary ends."""
import codecs


class _Diary:
    def __init__(self, view):
        self.view = view

    def check(self, byte, count=0):
        if byte < 0 or byte > len(self.view) or count < 0:
            raise ValueError((byte, count))
        if byte < len(self.view) and self.view[byte] & 0xC0 == 0x80:
            raise ValueError("in the middle of a character")

    def characters(self, byte):
        """Yields the characters from byte on, each with the byte behind it."""
        feed = codecs.getincrementaldecoder("utf-8")().decode
        for place in range(byte, len(self.view)):
            sign = feed(self.view[place:place + 1])
            if sign:
                yield sign, place + 1

    def reversed(self, byte):
        stop = byte
        for place in range(byte - 1, -1, -1):
            if self.view[place] & 0xC0 != 0x80:
                yield str(self.view[place:stop], "utf-8"), place
                stop = place


class Diaries:
    def __init__(self, memory, table):
        whole = memoryview(memory)
        self._all = {name: _Diary(whole[at:at + size])
                     for name, (at, size) in table.items()}

    @staticmethod
    def _take(pairs, count, place):
        signs = []
        if count:
            for sign, place in pairs:
                signs.append(sign)
                if len(signs) >= count:
                    break
        return signs, place

    def forward(self, diary, byte, count):
        it = self._all[diary]
        it.check(byte, count)
        signs, place = self._take(it.characters(byte), count, byte)
        return "".join(signs), place

    def backward(self, diary, byte, count):
        it = self._all[diary]
        it.check(byte, count)
        signs, place = self._take(it.reversed(byte), count, byte)
        return "".join(reversed(signs)), place

    def word(self, diary, byte):
        it = self._all[diary]
        it.check(byte)
        if byte == len(it.view):
            raise ValueError(byte)
        parts = [[], []]
        for part, pairs in zip(parts, (it.reversed(byte), it.characters(byte))):
            for sign, _ in pairs:
                if sign in " \n":
                    break
                part.append(sign)
        before, after = parts
        return "".join(before[::-1] + after) if after else ""
