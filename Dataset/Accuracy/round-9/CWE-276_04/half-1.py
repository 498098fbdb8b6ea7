"""The log of the doses: `path`, and `path` + ".1" with what was put aside."""

import os
import shutil


def _create(path):
    """A file that did not exist before, for nobody but its owner, whatever the umask is."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    os.fchmod(fd, 0o600)
    return os.fdopen(fd, "a+b", buffering=0)


class DoseLog:
    def __init__(self, path, most):
        self._path = path
        self._aside = path + ".1"
        self._most = most
        # Somebody may have opened an earlier log, so nothing new goes into it: it is renamed.
        if os.path.lexists(path):
            os.chmod(path, 0o600)
            os.replace(path, self._aside)
        elif os.path.lexists(self._aside):
            os.chmod(self._aside, 0o600)
        self._file = _create(path)
        self._count = 0

    def _put_aside(self):
        """Copies the full file and empties it; so the open file, made by ourselves, can be kept."""
        if not os.path.lexists(self._aside):
            _create(self._aside).close()
        os.chmod(self._aside, 0o600)
        self._file.seek(0)
        with open(self._aside, "r+b") as aside:
            aside.truncate()
            shutil.copyfileobj(self._file, aside)
        self._file.truncate(0)
        self._count = 0

    def write(self, text):
        line = text.encode("utf-8") + b"\n"
        if self._count >= self._most:
            self._put_aside()
        self._file.write(line)
        self._count += 1

    def lines(self):
        result = []
        for path in (self._aside, self._path):
            if os.path.exists(path):
                with open(path, "rb") as file:
                    result += file.read().decode("utf-8").split("\n")[:-1]
        return result

    def close(self):
        self._file.close()
