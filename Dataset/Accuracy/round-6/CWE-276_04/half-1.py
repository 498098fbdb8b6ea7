import os


class DoseLog:
    MODE = 0o600

    def __init__(self, path, most):
        self._path = path
        self._aside = path + ".1"
        self._most = most
        if os.path.exists(path) and os.path.getsize(path):
            self._put_aside()
        self._begin()

    def _put_aside(self):
        os.chmod(self._path, self.MODE)
        os.replace(self._path, self._aside)

    def _begin(self):
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._fd = os.open(self._path, flags, self.MODE)
        os.fchmod(self._fd, self.MODE)  # the umask may have taken bits away
        self._count = 0

    def write(self, text):
        if self._count >= self._most:
            os.close(self._fd)
            self._put_aside()
            self._begin()
        data = memoryview((text + "\n").encode("utf-8"))
        while data:
            data = data[os.write(self._fd, data):]
        self._count += 1

    def lines(self):
        result = []
        for name in (self._aside, self._path):
            if os.path.exists(name):
                with open(name, encoding="utf-8", newline="\n") as file:
                    result += [line.removesuffix("\n") for line in file]
        return result

    def close(self):
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None
