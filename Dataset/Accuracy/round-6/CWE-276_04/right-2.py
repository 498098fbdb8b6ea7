import os
import tempfile
import threading


class DoseLog:
    """Every file comes from `mkstemp`, which makes it with mode 600 and O_EXCL under a name of its own."""

    def __init__(self, path, most):
        self.__guard = threading.RLock()
        self.__names = (path + ".1", path)
        self.__most = most
        for name in self.__names:
            if os.path.lexists(name):
                self.__restrict(name)
        self.__stream = self.__renew()
        self.__left = most

    @staticmethod
    def __restrict(target):
        os.chmod(target, 0o600)

    def __renew(self):
        aside, path = self.__names
        folder = os.path.dirname(path) or os.curdir
        fd, draft = tempfile.mkstemp(dir=folder, prefix="." + os.path.basename(path)[:100] + ".")
        try:
            self.__restrict(fd)
            if os.path.lexists(path):
                os.replace(path, aside)
            os.replace(draft, path)
        except BaseException:
            os.close(fd)
            os.unlink(draft)
            raise
        return os.fdopen(fd, "w", encoding="utf-8", newline="")

    def write(self, text):
        with self.__guard:
            if not self.__left:
                self.__stream.close()
                self.__stream = self.__renew()
                self.__left = self.__most
            print(text, file=self.__stream, end="\n", flush=True)
            self.__left -= 1

    def lines(self):
        with self.__guard:
            found = []
            for name in self.__names:
                if os.path.exists(name):
                    with open(name, mode="rb") as source:
                        *whole, rest = source.read().split(b"\n")
                        found += whole + [rest] * bool(rest)
            return [line.decode() for line in found]

    def close(self):
        with self.__guard:
            self.__stream.close()
