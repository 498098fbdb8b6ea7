import os
import stat
import threading
from contextlib import suppress
from itertools import chain

PRIVATE = stat.S_IRUSR | stat.S_IWUSR


def new_file(path, flags):
    fd = os.open(path, flags | os.O_EXCL | os.O_NOFOLLOW, PRIVATE)
    os.fchmod(fd, PRIVATE)
    return fd


def lines_of(path):
    with suppress(FileNotFoundError), open(path, "rb") as file:
        yield from (line.rstrip(b"\n").decode() for line in file)


class DoseLog:
    """Every file is new; what is there already is only renamed."""

    def __init__(self, path, most):
        if most < 1:
            raise ValueError("a file holds at least one line")
        self._paths = f"{path}.1", path
        self._most = most
        self._lock = threading.RLock()
        self._writer = self._files()
        next(self._writer)

    def _fresh(self):
        aside, path = self._paths
        for there in self._paths:
            with suppress(FileNotFoundError):
                os.chmod(there, PRIVATE)
        with suppress(FileNotFoundError):
            os.rename(path, aside)
        return open(path, "xb", buffering=0, opener=new_file)

    def _files(self):
        line = None
        while True:
            with self._fresh() as file:
                for _ in range(self._most):
                    if line is None:
                        line = yield
                    while line:
                        line = line[file.write(line):]
                    line = None
                line = yield

    def write(self, text):
        with self._lock:
            self._writer.send(text.encode("utf-8") + b"\n")

    def lines(self):
        with self._lock:
            return list(chain.from_iterable(map(lines_of, self._paths)))

    def close(self):
        self._writer.close()
