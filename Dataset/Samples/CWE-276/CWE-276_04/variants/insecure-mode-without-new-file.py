import os


class DoseLog:
    def __init__(self, path, most):
        self.path = path
        self.aside = path + ".1"
        self.most = most
        self._begin()

    def _begin(self):
        if os.path.exists(self.path):
            self._put_aside()
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.fchmod(descriptor, 0o600)
        self._file = open(descriptor, "w", encoding="utf-8", newline="\n")
        self._count = 0

    def _put_aside(self):
        """Copies the lines, as log rotation by copying and truncating does."""
        descriptor = os.open(self.aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.fchmod(descriptor, 0o600)
        with open(self.path, "rb") as file, open(descriptor, "wb") as aside:
            aside.write(file.read())

    def write(self, text):
        if self._count == self.most:
            self._file.close()
            self._begin()
        self._file.write(text + "\n")
        self._file.flush()
        self._count += 1

    def lines(self):
        found = []
        for path in (self.aside, self.path):
            if os.path.exists(path):
                with open(path, encoding="utf-8", newline="\n") as file:
                    found += [line.rstrip("\n") for line in file]
        return found

    def close(self):
        self._file.close()
