import os


def _private(path, flags):
    return os.open(path, flags, 0o600)


class DoseLog:
    def __init__(self, path, most):
        self.path, self.most = path, most
        self.old = path + ".1"
        if os.path.lexists(self.old):
            os.chmod(self.old, 0o600)
        if os.path.lexists(path):
            self._put_aside()
        self._begin()

    def _put_aside(self):
        with open(self.path, "rb") as present:
            data = present.read()
        with open(self.old, "wb", opener=_private) as old:
            os.fchmod(old.fileno(), 0o600)
            old.write(data)
        os.unlink(self.path)

    def _begin(self):
        self.file = open(self.path, "xb", buffering=0, opener=_private)
        os.fchmod(self.file.fileno(), 0o600)
        self.count = 0

    def write(self, text):
        if self.count >= self.most:
            self.file.close()
            self._put_aside()
            self._begin()
        self.file.write(text.encode("utf-8") + b"\n")
        self.count += 1

    def lines(self):
        data = b""
        for name in (self.old, self.path):
            if os.path.exists(name):
                with open(name, "rb") as file:
                    data += file.read()
        return data.decode("utf-8").split("\n")[:-1]

    def close(self):
        self.file.close()
