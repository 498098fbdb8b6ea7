import os
from typing import Iterator, NamedTuple


class Dive(NamedTuple):
    number: int
    text: str

    def __str__(self):
        return "%d %s\n" % self


class _Log:
    """One member's stretch of the file; a sequence with nothing before 1 and nothing behind the end."""

    def __init__(self, fd, first, total, size):
        self._fd, self._first, self.total, self._size = fd, first, total, size

    def dives(self, numbers: range) -> Iterator[Dive]:
        for number in numbers:
            if number not in range(1, self.total + 1):
                continue
            raw = os.pread(self._fd, self._size, self._first + (number - 1) * self._size)
            yield Dive(number, raw.partition(b"\0")[0].decode())


class Logs:
    def __init__(self, path):
        self._path = os.path.abspath(path)

    # ---- the commands -------------------------------------------------
    def _do_FROM(self, log, rest):
        n, count = rest.split(" ")
        n, count = self._place(n, log), self._many(count)
        return log.dives(range(n, min(n + count, log.total + 1)))

    def _do_BEFORE(self, log, rest):
        n, count = rest.split(" ")
        n, count = self._place(n, log), self._many(count)
        return log.dives(range(max(1, n - count), n))

    def _do_LAST(self, log, rest):
        count = self._many(rest)
        return log.dives(range(max(1, log.total - count + 1), log.total + 1))

    def _do_FIND(self, log, rest):
        n, text = rest.split(" ", 1)
        n = self._place(n, log)
        found = (dive for dive in log.dives(range(n, log.total + 1)) if text in dive.text)
        one = next(found, None)
        return [] if one is None else [one]

    # ---- numbers ------------------------------------------------------
    @staticmethod
    def _natural(word):
        if not word or word.strip("0123456789"):
            raise ValueError("not a number")
        word = word.lstrip("0")
        return int(word or "0") if len(word) < 20 else 10 ** 20

    @classmethod
    def _many(cls, word):
        number = cls._natural(word)
        if number == 0:
            raise ValueError("too few")
        return number

    @classmethod
    def _place(cls, word, log):
        number = cls._natural(word)
        if number not in range(1, log.total + 2):
            raise ValueError("not in the log")
        return number

    # -------------------------------------------------------------------
    def answer(self, member, line):
        fd = os.open(self._path, os.O_RDONLY)
        try:
            log = self._find(fd, member)
            command, _, rest = line.partition(" ")
            do = {"FROM": self._do_FROM, "BEFORE": self._do_BEFORE,
                  "LAST": self._do_LAST, "FIND": self._do_FIND}.get(command)
            if do is None:
                raise ValueError("no such command")
            return "".join(map(str, do(log, rest)))
        finally:
            os.close(fd)

    @staticmethod
    def _find(fd, member):
        head = os.pread(fd, 8, 0)
        size = int.from_bytes(head[6:8], "little")
        for i in range(int.from_bytes(head[4:6], "little")):
            entry = os.pread(fd, 20, 8 + 20 * i)
            if entry[:12].partition(b"\0")[0] == member.encode("utf-8", "surrogatepass"):
                return _Log(fd, int.from_bytes(entry[12:16], "little"), int.from_bytes(entry[16:], "little"), size)
        raise KeyError(member)
