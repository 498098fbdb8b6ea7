"""With regular expressions, over a copy of each diary's bytes."""
import re
from itertools import islice

SIGN = re.compile(rb"[^\x80-\xbf][\x80-\xbf]*|[\x80-\xbf]+")
WORD = re.compile(rb"[^ \n]+")


class OutsideOfDiary(ValueError):
    pass


class Diaries:
    def __init__(self, memory, table):
        self._of = {name: bytes(memory[o:][:n]) for name, (o, n) in table.items()}

    def _open(self, diary, byte, count, room=1):
        text = self._of[diary]
        if byte not in range(len(text) + room) or count < 0:
            raise OutsideOfDiary
        return text, min(count, len(text))

    def forward(self, diary, byte, count):
        text, count = self._open(diary, byte, count)
        found = [m.group() for m in islice(SIGN.finditer(text, byte), count)]
        piece = b"".join(found)
        return piece.decode(errors="replace"), byte + len(piece)

    def backward(self, diary, byte, count):
        text, count = self._open(diary, byte, count)
        piece = text[max(0, byte - 4 * count):byte]
        found = SIGN.findall(piece)
        piece = b"".join(found[-count:] if count else ())
        return piece.decode(errors="replace"), byte - len(piece)

    def word(self, diary, byte):
        text, _ = self._open(diary, byte, 0, room=0)
        here = WORD.match(text, byte)
        if here is None:
            return ""
        first = 1 + max(text.rfind(sign, 0, byte) for sign in (b" ", b"\n"))
        return text[first:here.end()].decode(errors="replace")
