import codecs


class Diaries:
    """Looks at nothing but a window that is the diary, and decodes a little at a time."""

    def __init__(self, memory, table):
        view = memoryview(memory)
        self.diaries = {name: view[offset:offset + size] for name, (offset, size) in table.items()}

    def _split(self, diary, byte):
        window = self.diaries[diary]
        if byte not in range(len(window) + 1):
            raise ValueError(f"byte {byte} is not in this diary")
        return window[:byte], window[byte:]

    def forward(self, diary, byte, count):
        if count < 0:
            raise ValueError("count")
        _, rest = self._split(diary, byte)
        decoder, text, place = codecs.getincrementaldecoder("utf-8")("replace"), "", 0
        while len(text) < count and place < len(rest):
            text += decoder.decode(bytes(rest[place:place + 1]))
            place += 1
        return text, byte + place

    def backward(self, diary, byte, count):
        if count < 0:
            raise ValueError("count")
        before, _ = self._split(diary, byte)
        start = len(before)
        while start and count:
            start -= 1
            if before[start] & 0b11000000 != 0b10000000:
                count -= 1
        return str(before[start:], "utf-8", "replace"), start

    def word(self, diary, byte):
        before, rest = self._split(diary, byte)
        if not rest:
            raise ValueError("no character here")
        start, end = len(before), 0
        while end < len(rest) and rest[end] not in b" \n":
            end += 1
        if not end:
            return ""
        while start and before[start - 1] not in b" \n":
            start -= 1
        return (bytes(before[start:]) + bytes(rest[:end])).decode("utf-8", "replace")
