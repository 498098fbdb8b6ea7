import re
import struct
from collections import OrderedDict

_HEAD = struct.Struct("<4sHH")
_MEMBER = struct.Struct("<12sII")
_NUMBER = re.compile(r"[0-9]{1,4000}")


def _number(text):
    if not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    return int(text)


class Logs:
    """Pages are remembered, since terminals page to and fro."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        magic, members, self._size = _HEAD.unpack_from(self._data)
        if magic != b"DIVE":
            raise ValueError("not a file of dives")
        self._members = {}
        for i in range(members):
            name, first, count = _MEMBER.unpack_from(self._data, _HEAD.size + i * _MEMBER.size)
            self._members[name.rstrip(b"\0").decode("utf-8")] = (first, count)
        self._pages = OrderedDict()

    def answer(self, member, line):
        if member not in self._members:
            raise KeyError(member)
        key = f"{member} {line}"
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._page(member, line)
            if len(self._pages) > 500:
                self._pages.popitem(last=False)
        return page

    def _dive(self, first, number):
        begin = first + (number - 1) * self._size
        return self._data[begin:begin + self._size].rstrip(b"\0").decode("utf-8")

    def _page(self, member, line):
        first, total = self._members[member]
        word, _, rest = line.partition(" ")
        if word == "FIND":
            n, _, text = rest.partition(" ")
            n = _number(n)
            if not 1 <= n <= total + 1 or not text:
                raise ValueError("bad line")
            for number in range(n, total + 1):
                dive = self._dive(first, number)
                if text in dive:
                    return f"{number} {dive}\n"
            return ""
        numbers = [_number(part) for part in rest.split(" ")]
        if word == "LAST" and len(numbers) == 1:
            n, count = total + 1, numbers[0]
        elif word in ("FROM", "BEFORE") and len(numbers) == 2:
            n, count = numbers
        else:
            raise ValueError("bad line")
        if not 1 <= n <= total + 1 or count < 1:
            raise ValueError("number out of range")
        if word == "FROM":
            begin, end = n, min(n + count, total + 1)
        else:
            begin, end = max(1, n - count), n
        return "".join(f"{i} {self._dive(first, i)}\n" for i in range(begin, end))
