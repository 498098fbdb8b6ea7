import os
from pathlib import Path

MODE = 0o600


class DoseLog:
    def __init__(self, path, most):
        self._path = Path(path)
        self._aside = Path(str(path) + ".1")
        self._most = most
        if self._aside.exists():
            self._aside.chmod(MODE)
        self._rotate()

    def _rotate(self):
        if self._path.exists() and self._path.stat().st_size > 0:
            self._path.chmod(MODE)
            self._path.replace(self._aside)
        self._fd = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, MODE)
        os.fchmod(self._fd, MODE)
        self._lines = 0

    def write(self, text):
        if self._lines == self._most:
            os.close(self._fd)
            self._rotate()
        data = memoryview((text + "\n").encode("utf-8"))
        while data:
            data = data[os.write(self._fd, data):]
        self._lines += 1

    def lines(self):
        result = []
        for path in (self._aside, self._path):
            if path.exists():
                result += path.read_bytes().decode("utf-8").split("\n")[:-1]
        return result

    def close(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
