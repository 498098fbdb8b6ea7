import os
import shutil
from pathlib import Path


class DoseLog:
    def __init__(self, path, most):
        self._path = Path(path)
        self._aside = Path(path + ".1")
        self._most = most
        self._fd = -1
        self._roll()

    def _roll(self):
        """Puts the present file aside, if there is one, and begins a new one."""
        if self._fd >= 0:
            os.close(self._fd)
        if self._path.exists():
            self._path.chmod(0o600)
            self._aside.unlink(missing_ok=True)
            # content and mode 600 go with it; the log is there until its copy is whole
            shutil.copy2(self._path, self._aside)
            self._path.unlink()
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        self._fd = os.open(self._path, flags, 0o600)
        os.fchmod(self._fd, 0o600)
        self._written = 0

    def write(self, text):
        if self._written >= self._most:
            self._roll()
        line = (text + "\n").encode()
        while line:
            line = line[os.write(self._fd, line):]
        self._written += 1

    def lines(self):
        content = b"".join(
            file.read_bytes() for file in (self._aside, self._path) if file.exists()
        )
        return content.decode().split("\n")[:-1]

    def close(self):
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
