import re
import struct

_PAGE = re.compile(r"(FROM|BEFORE) ([0-9]{1,12}) ([0-9]{1,12})")
_LAST = re.compile(r"LAST ([0-9]{1,12})")
_FIND = re.compile(r"FIND ([0-9]{1,12}) (.+)", re.DOTALL)


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        magic, members, self._size = struct.unpack_from("<4sHH", self._data)
        if magic != b"DIVE":
            raise ValueError("not a file of dives")
        self._members = {}
        for i in range(members):
            name, first, total = struct.unpack_from("<12sII", self._data, 8 + 20 * i)
            self._members[name.rstrip(b"\0").decode("utf-8")] = (first, total)

    def answer(self, member, line):
        log = self._members[member]
        total = log[1]
        if m := _PAGE.fullmatch(line):
            n, count = int(m[2]), self._count(m[3])
            if m[1] == "FROM":
                rows = self._rows(log, n - 1, n - 1 + count)
            else:
                rows = self._rows(log, n - 1 - count, n - 1)
        elif m := _LAST.fullmatch(line):
            rows = self._rows(log, total - self._count(m[1]), total)
        elif m := _FIND.fullmatch(line):
            rows = [row for row in self._rows(log, int(m[1]) - 1, total) if m[2] in row[1]][:1]
        else:
            raise ValueError("no such command")
        return "".join(f"{number} {text}\n" for number, text in rows)

    @staticmethod
    def _count(digits):
        count = int(digits)
        if count < 1:
            raise ValueError("count must be at least 1")
        return count

    def _rows(self, log, start, stop):
        """The dives start … stop-1 (from 0) of a log, cut to what the log has."""
        first, total = log
        start = max(start, 0)
        stop = min(stop, total)
        part = self._data[first + start * self._size:first + stop * self._size]
        return [
            (start + 1 + at // self._size, part[at:at + self._size].rstrip(b"\0").decode("utf-8", "replace"))
            for at in range(0, len(part), self._size)
        ]
