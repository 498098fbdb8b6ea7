"""right: each diary is a memoryview of its own bytes; nothing else can be reached."""
import codecs


class _Diary:
    def __init__(self, view):
        self.view = view

    def __len__(self):
        return len(self.view)

    def check(self, byte, count=0, last=0):
        if not (0 <= byte and byte + last <= len(self)):
            raise ValueError("byte")
        if count < 0:
            raise ValueError("count")

    def ahead(self, byte):
        """Generates (character, byte behind it)."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        for at in range(byte, len(self)):
            text = decoder.decode(self.view[at:at + 1], final=at + 1 == len(self))
            if text:
                yield text, at + 1

    def behind(self, byte):
        """Generates (bytes of a character, byte at which it begins), from right to left."""
        end = byte
        while end:
            begin = end - 1
            while begin and self.view[begin] >> 6 == 2:
                begin -= 1
            yield bytes(self.view[begin:end]), begin
            end = begin


class Diaries:
    def __init__(self, memory, table):
        whole = memoryview(memory)
        self._diaries = {name: _Diary(whole[o:][:s]) for name, (o, s) in table.items()}

    def forward(self, diary, byte, count):
        book = self._diaries[diary]
        book.check(byte, count)
        out = ""
        if count:
            for text, byte in book.ahead(byte):
                out += text
                count -= 1
                if count == 0:
                    break
        return out, byte

    def backward(self, diary, byte, count):
        book = self._diaries[diary]
        book.check(byte, count)
        out = []
        if count:
            for raw, byte in book.behind(byte):
                out.append(raw)
                count -= 1
                if count == 0:
                    break
        return b"".join(reversed(out)).decode("utf-8", "replace"), byte

    def word(self, diary, byte):
        book = self._diaries[diary]
        book.check(byte, last=1)
        right = byte
        while right < len(book) and book.view[right] not in b" \n":
            right += 1
        if right == byte:
            return ""
        left = byte
        while left and book.view[left - 1] not in b" \n":
            left -= 1
        return str(book.view[left:right], "utf-8", "replace")
