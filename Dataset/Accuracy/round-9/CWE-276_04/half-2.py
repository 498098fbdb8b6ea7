"""The log of the doses: `path`, and `path` + ".1" with what was put aside."""

import contextlib
import os


@contextlib.contextmanager
def _private():
    """Files that are made in the block get mode 600, from their first moment on."""
    before = os.umask(0o177)
    try:
        yield
    finally:
        os.umask(before)


class DoseLog:
    def __init__(self, path, most):
        self._path = path
        self._most = most
        self._file = None
        if os.path.lexists(path):
            self._put_aside()
        elif os.path.lexists(path + ".1"):
            os.chmod(path + ".1", 0o600)
        self._begin()

    def _put_aside(self):
        # Others may have opened the file, but nothing is written into it any more.
        os.chmod(self._path, 0o600)
        os.replace(self._path, self._path + ".1")

    def _begin(self):
        with _private():
            # "x": never a file that is there already
            self._file = open(self._path, "x", encoding="utf-8", newline="")
        self._count = 0

    def write(self, text):
        text.encode("utf-8")
        if self._count >= self._most:
            self._file.close()
            self._put_aside()
            self._begin()
        self._file.write(text + "\n")
        self._file.flush()
        self._count += 1

    def lines(self):
        found = []
        for path in (self._path + ".1", self._path):
            with contextlib.suppress(FileNotFoundError):
                with open(path, encoding="utf-8", newline="") as file:
                    found.extend(file.read().split("\n")[:-1])
        return found

    def close(self):
        self._file.close()
