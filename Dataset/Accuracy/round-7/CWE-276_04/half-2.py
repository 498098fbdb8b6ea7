import os
import shutil


def private(path, flags):
    fd = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    os.fchmod(fd, 0o600)
    return fd


class DoseLog:
    def __init__(self, path, most):
        self.path, self.most = path, most
        if os.path.exists(path):
            self._put_aside()
        if os.path.exists(path + ".1"):
            os.chmod(path + ".1", 0o600)
        self._begin()

    def _put_aside(self):
        with open(self.path, "rb") as present, \
                open(self.path + ".1", "wb", opener=lambda p, flags: private(p, flags)) as aside:
            shutil.copyfileobj(present, aside)
            aside.flush()
            os.fsync(aside.fileno())
        os.unlink(self.path)

    def _begin(self):
        self._file = open(self.path, "xb", buffering=0, opener=private)
        self._count = 0

    def write(self, text):
        if self._count == self.most:
            self._file.close()
            self._put_aside()
            self._begin()
        self._file.write((text + "\n").encode("utf-8"))
        self._count += 1

    def lines(self):
        found = []
        for name in (self.path + ".1", self.path):
            try:
                with open(name, "rb") as f:
                    found += f.read().decode("utf-8").split("\n")[:-1]
            except FileNotFoundError:
                pass
        return found

    def close(self):
        self._file.close()
