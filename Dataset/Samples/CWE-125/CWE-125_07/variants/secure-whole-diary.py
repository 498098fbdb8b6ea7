class Diaries:
    """Decodes all that stands before a place; simple, if not quick."""

    def __init__(self, memory, table):
        self.texts = {}
        for name in table:
            offset, size = table[name]
            self.texts[name] = bytes(memory[offset:offset + size])

    def split(self, name, byte):
        data = self.texts[name]
        if byte < 0 or byte > len(data):
            raise ValueError(byte)
        return data[:byte].decode(), data[byte:].decode()

    def forward(self, diary, byte, count):
        if count < 0:
            raise ValueError(count)
        _, behind = self.split(diary, byte)
        return behind[:count], byte + len(behind[:count].encode())

    def backward(self, diary, byte, count):
        if count < 0:
            raise ValueError(count)
        before, _ = self.split(diary, byte)
        kept = before[-count:] if count else ""
        return kept, byte - len(kept.encode())

    def word(self, diary, byte):
        before, behind = self.split(diary, byte)
        if not behind:
            raise ValueError(byte)
        if behind[0] in " \n":
            return ""
        return before.replace("\n", " ").split(" ")[-1] + behind.replace("\n", " ").split(" ")[0]
