"""A log in two files, built from small objects: each file is one `_Page`."""

import os
from itertools import chain


class _Page:
    """A file that this program has made, and that nobody else can have opened."""

    FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

    def __init__(self, path):
        self.room = None
        self._fd = os.open(path, self.FLAGS, 0o600)
        os.fchmod(self._fd, 0o600)          # a umask such as 0o277 would have left less
        self.size = 0

    def add(self, line):
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(self._fd, rest):]
        self.size += 1

    def shut(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def _read(path):
    try:
        with open(path, "rb", buffering=0) as source:
            whole = source.readall()
    except FileNotFoundError:
        return
    *complete, rest = whole.split(b"\n")
    yield from (line.decode() for line in complete)
    if rest:
        yield rest.decode()


class DoseLog:
    def __init__(self, path, most):
        self.present, self.past, self.most = path, path + ".1", most
        if not self._shelve():
            self._close_to_others(self.past)
        self._page = _Page(path)

    @staticmethod
    def _close_to_others(path):
        try:
            os.chmod(path, 0o600)
        except FileNotFoundError:
            return False
        return True

    def _shelve(self):
        if not self._close_to_others(self.present):
            return False
        os.rename(self.present, self.past)
        return True

    def write(self, text):
        line = f"{text}\n".encode()
        if self._page.size == self.most:
            self._page.shut()
            self._shelve()
            self._page = _Page(self.present)
        self._page.add(line)

    def lines(self):
        return [*chain(_read(self.past), _read(self.present))]

    def close(self):
        self._page.shut()
