"""right: a regular expression that walks between two fixed ends of the memory."""
import re
from itertools import islice

_CHARACTER = re.compile(rb"[^\x80-\xbf][\x80-\xbf]{0,3}|[\x80-\xbf]", re.S)


class OutsideError(ValueError):
    """A place or a number that this diary does not have."""


class Diaries:
    __slots__ = ("__memory", "__table")

    def __init__(self, memory, table):
        self.__memory = memory
        self.__table = {name: range(o, o + s) for name, (o, s) in table.items()}

    def __enter(self, diary, byte, count):
        span = self.__table[diary]
        if byte < 0 or byte > len(span):
            raise OutsideError(f"byte {byte}")
        if count < 0:
            raise OutsideError(f"count {count}")
        return span.start, span.stop, min(count, len(span))

    def forward(self, diary, byte, count):
        low, high, count = self.__enter(diary, byte, count)
        stop = low + byte
        pieces = []
        for found in islice(_CHARACTER.finditer(self.__memory, stop, high), count):
            pieces.append(found[0])
            stop = found.end()
        return b"".join(pieces).decode(errors="replace"), stop - low

    def backward(self, diary, byte, count):
        low, high, count = self.__enter(diary, byte, count)
        if byte == 0 or count == 0:
            return "", byte
        reach = 4 * count
        while True:
            # from a window that surely holds enough, keep the last characters
            left = max(low, low + byte - reach)
            starts = [m.start() for m in _CHARACTER.finditer(self.__memory, left, low + byte)
                      if m.start() == low or not 0x80 <= self.__memory[m.start()] < 0xC0]
            if len(starts) >= count or left == low:
                begin = starts[-count:][0] if starts else low
                return self.__memory[begin:low + byte].decode(errors="replace"), begin - low
            reach *= 2

    def word(self, diary, byte):
        low, high, _ = self.__enter(diary, byte, 0)
        if low + byte >= high:
            raise OutsideError("behind the last character")
        here = low + byte
        if self.__memory[here] in (10, 32):
            return ""
        tail = re.compile(rb"[^ \n]*").match(self.__memory, here, high).end()
        head = here
        while head > low and self.__memory[head - 1] not in (10, 32):
            head -= 1
        return self.__memory[head:tail].decode(errors="replace")
