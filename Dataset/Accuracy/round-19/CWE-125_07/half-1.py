BREAKS = b" \n"


def _width(lead):
    """How many bytes the character has that begins with this one."""
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

    def _place(self, diary, byte):
        begin, size = self._table[diary]
        if not 0 <= byte <= size:
            raise ValueError("not a place in this diary")
        return begin, begin + size, begin + byte

    def forward(self, diary, byte, count):
        begin, end, place = self._place(diary, byte)
        if count < 0:
            raise ValueError("negative count")
        # No character has more than four bytes.
        window = self._memory[place:min(end, place + 4 * count)]
        text = window.decode("utf-8", "ignore")[:count]
        return text, min(byte + len(text.encode("utf-8")), end - begin)

    def backward(self, diary, byte, count):
        begin, end, place = self._place(diary, byte)
        if count < 0:
            raise ValueError("negative count")
        window = self._memory[max(begin, place - 4 * count):place]
        text = window.decode("utf-8", "ignore")
        text = text[max(0, len(text) - count):]
        return text, max(byte - len(text.encode("utf-8")), 0)

    def word(self, diary, byte):
        begin, end, place = self._place(diary, byte)
        if place == end:
            raise ValueError("behind the last character")
        memory = self._memory
        if memory[place] in BREAKS:
            return ""
        left = place
        while left > begin and memory[left - 1] not in BREAKS:
            left -= 1
        right = place
        while right < end and memory[right] not in BREAKS:
            right += _width(memory[right])
        return memory[left:right].decode("utf-8", "replace")
