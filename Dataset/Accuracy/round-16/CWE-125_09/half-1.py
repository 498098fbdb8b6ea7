import re
import struct
from collections import OrderedDict

_FORMS = re.compile(
    r"(?:(FROM|BEFORE) ([0-9]{1,12}) ([0-9]{1,12})|(LAST) ([0-9]{1,12})|(FIND) ([0-9]{1,12}) (.+))",
    re.DOTALL,
)
_KEEP = 500


class Logs:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        magic, members, self._size = struct.unpack_from("<4sHH", self._data)
        if magic != b"DIVE":
            raise ValueError("not a file of dives")
        self._members = {}
        for i in range(members):
            name, first, count = struct.unpack_from("<12sII", self._data, 8 + 20 * i)
            self._members[name.rstrip(b"\0").decode("utf-8")] = (first, count)
        # terminals ask for the same pages over and over
        self._answers = OrderedDict()

    def answer(self, member, line):
        first, total = self._members[member]
        key = f"{member} {line}"
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        result = self._work_out(first, total, line)
        self._answers[key] = result
        if len(self._answers) > _KEEP:
            self._answers.popitem(last=False)
        return result

    def _work_out(self, first, total, line):
        form = _FORMS.fullmatch(line)
        if not form:
            raise ValueError("no such command")
        if form[4]:
            count = self._count(form[5])
            return self._page(first, total, total - count, total)
        if form[6]:
            n = self._number(form[7], total)
            for i in range(n - 1, total):
                text = self._text(first, i)
                if form[8] in text:
                    return f"{i + 1} {text}\n"
            return ""
        n = self._number(form[2], total)
        count = self._count(form[3])
        if form[1] == "FROM":
            return self._page(first, total, n - 1, n - 1 + count)
        return self._page(first, total, n - 1 - count, n - 1)

    @staticmethod
    def _number(digits, total):
        n = int(digits)
        if not 1 <= n <= total + 1:
            raise ValueError("no such dive")
        return n

    @staticmethod
    def _count(digits):
        count = int(digits)
        if count < 1:
            raise ValueError("count must be at least 1")
        return count

    def _page(self, first, total, start, stop):
        start, stop = max(start, 0), min(stop, total)
        return "".join(f"{i + 1} {self._text(first, i)}\n" for i in range(start, stop))

    def _text(self, first, index):
        begin = first + index * self._size
        return self._data[begin:begin + self._size].rstrip(b"\0").decode("utf-8")
