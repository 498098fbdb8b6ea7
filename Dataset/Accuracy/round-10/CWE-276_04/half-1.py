"""The log of the doses: two files at most, readable for the account of the program alone."""
import os


def _private(name, flags):
    handle = os.open(name, flags | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    os.fchmod(handle, 0o600)                # whatever the umask is
    return handle


class DoseLog:
    def __init__(self, path, most):
        if most < 1:
            raise ValueError("a file holds at least one line")
        self._path = path
        self._aside = path + ".1"
        self._most = most
        self._file = None
        self._begin()

    def _begin(self):
        """Puts aside what is there and begins a new, private file under the free name."""
        if self._file is not None:
            self._file.close()
            self._file = None
        if os.path.lexists(self._path):
            os.chmod(self._path, 0o600)
            os.replace(self._path, self._aside)
        self._file = open(self._path, "xb", buffering=0, opener=_private)
        self._count = 0

    def write(self, text):
        if self._count >= self._most:
            self._begin()
        line = (text + "\n").encode("utf-8")
        while line:
            line = line[self._file.write(line):]
        self._count += 1

    def lines(self):
        found = []
        for name in (self._aside, self._path):
            try:
                with open(name, encoding="utf-8", newline="\n") as file:
                    found += [line.removesuffix("\n") for line in file]
            except FileNotFoundError:
                pass
        return found

    def close(self):
        if self._file is not None:
            self._file.close()
