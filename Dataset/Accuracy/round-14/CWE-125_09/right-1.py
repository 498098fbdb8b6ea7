import os
from collections import deque
from functools import partial
from itertools import islice


def _le(raw):
    return int.from_bytes(raw, "little")


class _Dives:
    """A log as a sequence of its own; nothing outside of it has a number here."""

    def __init__(self, read, first, many, size):
        self._read, self._first, self._many, self._size = read, first, many, size

    def __len__(self):
        return self._many

    def walk(self, start=1):
        for number in range(start, self._many + 1):
            raw = self._read(self._size, self._first + (number - 1) * self._size)
            yield number, str(raw, "utf-8", "replace").rstrip("\0")


def _from(log, n, count):
    return islice(log.walk(n), count)


def _before(log, n, count):
    return islice(log.walk(max(1, n - count)), min(count, n - 1))


def _last(log, count):
    return deque(log.walk(), min(count, len(log)))


def _find(log, n, text):
    return islice((dive for dive in log.walk(n) if text in dive[1]), 1)


def _whole(word):
    if not word or set(word) - set("0123456789"):
        raise ValueError
    return int(word[-18:]) if not word[:-18].strip("0") else 10 ** 18


def _place(log, word):
    n = _whole(word)
    if n not in range(1, len(log) + 2):
        raise ValueError
    return n


def _count(log, word):
    many = _whole(word)
    if many == 0:
        raise ValueError
    return many


def _text(log, word):
    return word


_FORMS = {
    "FROM": (_from, (_place, _count)),
    "BEFORE": (_before, (_place, _count)),
    "LAST": (_last, (_count,)),
    "FIND": (_find, (_place, _text)),
}


class Logs:
    def __init__(self, path):
        self._fd = os.open(path, os.O_RDONLY)
        read = partial(self._pread)
        head = read(8, 0)
        if not head.startswith(b"DIVE"):
            raise ValueError(path)
        size = _le(head[6:8])
        self._logs = {}
        for i in range(_le(head[4:6])):
            entry = read(20, 8 + 20 * i)
            name = entry[:12].rstrip(b"\0").decode("utf-8")
            self._logs[name] = _Dives(read, _le(entry[12:16]), _le(entry[16:]), size)

    def _pread(self, size, at):
        return os.pread(self._fd, size, at)

    def __del__(self):
        try:
            os.close(self._fd)
        except (AttributeError, OSError):
            pass

    def answer(self, member, line):
        log = self._logs[member]
        try:
            verb, *_ = line.split(" ", 1)
            action, kinds = _FORMS[verb]
            words = line.split(" ", len(kinds))[1:]
            arguments = [kind(log, word) for kind, word in zip(kinds, words, strict=True)]
        except (KeyError, ValueError):
            return ""       # a line without a form finds nothing
        return "".join(f"{number} {text}\n" for number, text in action(log, *arguments))
