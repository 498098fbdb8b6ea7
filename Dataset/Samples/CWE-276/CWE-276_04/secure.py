import os


class DoseLog:
    def __init__(self, path, most):
        self.path = path
        self.aside = path + ".1"
        self.most = most
        self._begin()

    def _begin(self):
        if os.path.exists(self.path):
            os.chmod(self.path, 0o600)
            os.replace(self.path, self.aside)
        elif os.path.exists(self.aside):
            os.chmod(self.aside, 0o600)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        self._file = open(descriptor, "w", encoding="utf-8", newline="\n")
        self._count = 0

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
