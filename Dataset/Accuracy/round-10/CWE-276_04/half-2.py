"""The log of the doses: two files at most, readable for the account of the program alone."""
import contextlib
import os


@contextlib.contextmanager
def _nobody_else():
    """What is made in here gets the mode 600, from the first moment on."""
    before = os.umask(0o177)
    try:
        yield
    finally:
        os.umask(before)


class DoseLog:
    def __init__(self, path, most):
        if most < 1:
            raise ValueError("a file holds at least one line")
        self._path, self._aside, self._most = path, path + ".1", most
        with contextlib.suppress(FileNotFoundError):
            os.chmod(self._aside, 0o600)
        with contextlib.suppress(FileNotFoundError):
            os.chmod(self._path, 0o600)
            os.replace(self._path, self._aside)
        self._begin()

    def _begin(self):
        with _nobody_else():
            self._file = open(self._path, "x", encoding="utf-8", newline="\n")
        self._count = 0

    def write(self, text):
        if self._count == self._most:
            self._file.close()
            os.replace(self._path, self._aside)
            self._begin()
        self._file.write(text + "\n")
        self._file.flush()
        self._count += 1

    def lines(self):
        lines = []
        for name in (self._aside, self._path):
            if os.path.exists(name):
                with open(name, encoding="utf-8", newline="\n") as file:
                    lines.extend(line.rstrip("\n") for line in file)
        return lines

    def close(self):
        self._file.close()
