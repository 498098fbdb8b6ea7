import os
import stat
import tempfile


class Verdicts:
    """Every change of a verdict makes a new file, which takes the place of the old one when it is ready."""

    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        return os.path.join(self.folder, f"{name}.txt")

    def _renew(self, name, text, announced):
        fd, draft = tempfile.mkstemp(prefix=".", suffix=".new", dir=self.folder)
        try:
            with open(fd, "w", encoding="utf-8", newline="") as file:
                os.fchmod(file.fileno(), 0o600)
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                os.rename(draft, self._path(name))
                if announced:
                    os.fchmod(file.fileno(), 0o644)
        except BaseException:
            if os.path.lexists(draft):
                os.unlink(draft)
            raise

    def _read(self, name, links=True):
        """Returns the text of a verdict, and whether all can read it.

        Where a link is followed, the new file, which takes its place, is as closed as what it leads to.
        """
        flags = os.O_RDONLY | os.O_NONBLOCK | (0 if links else os.O_NOFOLLOW)
        fd = os.open(self._path(name), flags)
        with open(fd, encoding="utf-8", newline="") as file:
            mode = os.fstat(fd).st_mode
            if not stat.S_ISREG(mode):
                raise OSError(f"{name} is not a file")
            return file.read(), bool(mode & stat.S_IROTH)

    def write(self, name, text):
        self._renew(name, text + "\n", False)

    def add(self, name, text):
        old, announced = self._read(name)
        self._renew(name, old + text + "\n", announced)

    def announce(self, name):
        # what a link leads to could be anything, and must not be shown to all
        text, _ = self._read(name, links=False)
        self._renew(name, text, True)

    def withdraw(self, name):
        text, _ = self._read(name)
        self._renew(name, text, False)

    def announced(self):
        found = []
        for entry in os.listdir(self.folder):
            stem, dot, ending = entry.rpartition(".")
            mode = os.lstat(os.path.join(self.folder, entry)).st_mode
            if ending == "txt" and stat.S_ISREG(mode) and mode & stat.S_IROTH:
                found.append(stem)
        return sorted(found)
