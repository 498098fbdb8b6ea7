BLANKS = b" \n"


class Diaries:
    def __init__(self, memory, table):
        self.memory = memory
        self.table = table

    def forward(self, diary, byte, count):
        offset, size = self.table[diary]
        start = offset + byte
        # A character takes four bytes at most.
        data = self.memory[start:min(start + 4 * count, offset + size)]
        text = data.decode("utf-8", errors="ignore")[:count]
        return text, byte + len(text.encode("utf-8"))

    def backward(self, diary, byte, count):
        offset, _ = self.table[diary]
        end = offset + byte
        data = self.memory[max(end - 4 * count, offset):end]
        text = data.decode("utf-8", errors="ignore")
        text = text[max(len(text) - count, 0):]
        return text, byte - len(text.encode("utf-8"))

    def word(self, diary, byte):
        offset, size = self.table[diary]
        start = end = offset + byte
        while start > offset and self.memory[start - 1] not in BLANKS:
            start -= 1
        while end < offset + size and self.memory[end] not in BLANKS:
            end += 1
        return "" if end == offset + byte else self.memory[start:end].decode("utf-8", errors="ignore")
