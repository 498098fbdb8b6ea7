import os


class DoseLog:
    def __init__(self, path, most):
        self.path = path
        self.old = path + ".1"
        self.most = most
        self.fd = None
        if os.path.lexists(self.old):
            os.chmod(self.old, 0o600)
        self._begin()

    def _begin(self):
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None
        if os.path.lexists(self.path):
            os.chmod(self.path, 0o600)
            os.replace(self.path, self.old)
        self.fd = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        os.fchmod(self.fd, 0o600)
        self.count = 0

    def write(self, text):
        if self.count >= self.most:
            self._begin()
        data = (text + "\n").encode("utf-8")
        while data:
            data = data[os.write(self.fd, data):]
        self.count += 1

    def lines(self):
        lines = []
        for name in (self.old, self.path):
            if os.path.exists(name):
                with open(name, encoding="utf-8", newline="\n") as file:
                    lines += [line.removesuffix("\n") for line in file]
        return lines

    def close(self):
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None
