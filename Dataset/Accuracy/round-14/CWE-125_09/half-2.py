import struct
from collections import OrderedDict


class Logs:
    """Answers are remembered: the terminals ask for the same pages again and again."""

    KEEP = 256

    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        if self._data[:4] != b"DIVE":
            raise ValueError("not a file of dives")
        count, self._size = struct.unpack_from("<HH", self._data, 4)
        self._members = {}
        for i in range(count):
            name, first, dives = struct.unpack_from("<12sII", self._data, 8 + 20 * i)
            self._members[name.rstrip(b"\0").decode("utf-8")] = first, dives
        self._answers = OrderedDict()

    def answer(self, member, line):
        first, dives = self._members[member]
        key = f"{member} {line}"
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        result = "".join(
            f"{number} {text}\n" for number, text in self._select(first, dives, line))
        self._answers[key] = result
        if len(self._answers) > self.KEEP:
            self._answers.popitem(last=False)
        return result

    def _text(self, first, dives, number):
        if not 1 <= number <= dives:
            raise ValueError("no such dive")
        at = first + (number - 1) * self._size
        return self._data[at:at + self._size].rstrip(b"\0").decode("utf-8", "replace")

    def _select(self, first, dives, line):
        verb, _, rest = line.partition(" ")
        wanted = None
        if verb == "LAST":
            span = range(max(1, dives + 1 - self._count(rest)), dives + 1)
        elif verb in ("FROM", "BEFORE", "FIND"):
            n, _, rest = rest.partition(" ")
            n = self._number(n)
            if not 1 <= n <= dives + 1:
                raise ValueError("number out of the log")
            if verb == "FROM":
                span = range(n, min(dives + 1, n + self._count(rest)))
            elif verb == "BEFORE":
                span = range(max(1, n - self._count(rest)), n)
            else:
                if not rest:
                    raise ValueError("nothing to find")
                wanted, span = rest, range(n, dives + 1)
        else:
            raise ValueError("unknown line")
        for number in span:
            text = self._text(first, dives, number)
            if wanted is None:
                yield number, text
            elif wanted in text:
                yield number, text
                return

    @staticmethod
    def _number(digits):
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError("not a number")
        digits = digits.lstrip("0") or "0"
        return int(digits) if len(digits) < 19 else 10 ** 18

    @classmethod
    def _count(cls, digits):
        count = cls._number(digits)
        if count < 1:
            raise ValueError("count below 1")
        return count
