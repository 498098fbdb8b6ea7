import re
import struct

_LINE = re.compile(
    r"(?:(?P<verb>FROM|BEFORE) (?P<n>[0-9]+) (?P<count>[0-9]+)"
    r"|LAST (?P<last>[0-9]+)"
    r"|FIND (?P<at>[0-9]+) (?P<text>.+))", re.S)


def _number(digits):
    digits = digits.lstrip("0") or "0"
    return int(digits) if len(digits) < 19 else 10 ** 18


class Logs:
    """The file may be large, so only the list of members is kept in memory."""

    def __init__(self, path):
        self._file = open(path, "rb", buffering=0)
        head = self._file.read(8)
        if len(head) != 8 or head[:4] != b"DIVE":
            raise ValueError("not a file of dives")
        members, self._size = struct.unpack_from("<HH", head, 4)
        self._members = {}
        for _ in range(members):
            name, first, dives = struct.unpack("<12sII", self._file.read(20))
            self._members[name.rstrip(b"\0").decode("utf-8")] = (first, dives)

    def _texts(self, member, begin, end):
        """The texts of the dives begin (from 1) to end (not with it)."""
        first, dives = self._members[member]
        if not 1 <= begin <= end <= dives + 1:
            raise ValueError("no such dives")
        self._file.seek(first + (begin - 1) * self._size)
        block = self._file.read((end - begin) * self._size)
        return [
            block[i:i + self._size].rstrip(b"\0").decode("utf-8", "replace")
            for i in range(0, len(block), self._size)
        ]

    def answer(self, member, line):
        dives = self._members[member][1]
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError("line not understood")
        if match["text"] is not None:
            n = _number(match["at"])
            if not 1 <= n <= dives + 1:
                raise ValueError("no such number")
            for number, text in enumerate(self._texts(member, n, dives + 1), n):
                if match["text"] in text:
                    return f"{number} {text}\n"
            return ""
        count = _number(match["last"] or match["count"])
        if count < 1:
            raise ValueError("count too small")
        if match["last"] is not None:
            begin, end = max(1, dives + 1 - count), dives + 1
        else:
            n = _number(match["n"])
            if not 1 <= n <= dives + 1:
                raise ValueError("no such number")
            if match["verb"] == "FROM":
                begin, end = n, min(n + count, dives + 1)
            else:
                begin, end = max(1, n - count), n
        texts = self._texts(member, begin, end)
        return "".join(f"{i} {text}\n" for i, text in enumerate(texts, begin))
