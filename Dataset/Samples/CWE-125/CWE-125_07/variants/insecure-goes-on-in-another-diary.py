BLANKS = b" \n"


class Diaries:
    def __init__(self, memory, table):
        self.memory = memory
        self.table = table
        self.last = None

    def _bounds(self, diary, byte, count):
        """Where the diary begins and ends in the memory."""
        offset, size = self.table[diary]
        if not 0 <= byte <= size or count < 0:
            raise ValueError("there is nothing like this in the diary")
        return offset, offset + size

    def forward(self, diary, byte, count):
        # The desk goes on where it has stopped: then all has been looked at.
        if self.last and byte == self.last[1] and count >= 0:
            offset, end = self.last[0]
        else:
            offset, end = self._bounds(diary, byte, count)
        start = offset + byte
        # A character takes four bytes at most.
        data = self.memory[start:min(start + 4 * count, end)]
        text = data.decode("utf-8", errors="ignore")[:count]
        self.last = (offset, end), byte + len(text.encode("utf-8"))
        return text, self.last[1]

    def backward(self, diary, byte, count):
        offset, _ = self._bounds(diary, byte, count)
        end = offset + byte
        data = self.memory[max(end - 4 * count, offset):end]
        text = data.decode("utf-8", errors="ignore")
        text = text[max(len(text) - count, 0):]
        return text, byte - len(text.encode("utf-8"))

    def word(self, diary, byte):
        first, last = self._bounds(diary, byte, 0)
        start = end = first + byte
        if end == last:
            raise ValueError("there is no character behind the last one")
        if self.memory[start] in BLANKS:
            return ""
        while start > first and self.memory[start - 1] not in BLANKS:
            start -= 1
        while end < last and self.memory[end] not in BLANKS:
            end += 1
        return self.memory[start:end].decode("utf-8")
