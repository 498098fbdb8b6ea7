import os
import secrets
import stat
from pathlib import Path

PRIVATE, PUBLIC = 0o600, 0o644


class Verdicts:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _path(self, name):
        if not name or set(name) - set("abcdefghijklmnopqrstuvwxyz-"):
            raise ValueError("a name has small letters and hyphens only")
        return self.folder / f"{name}.txt"

    def _mode(self, name):
        """The permissions for a verdict of this name, as things are."""
        about = os.lstat(self._path(name)).st_mode
        return PUBLIC if stat.S_ISREG(about) and about & stat.S_IROTH else PRIVATE

    def _content(self, name):
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise OSError("this is no file")
            return file.read()

    def _put(self, name, content, mode=None):
        """Puts a new file in place. Without a mode, the state of the verdict stays."""
        if mode is None:
            try:
                mode = self._mode(name)
            except FileNotFoundError:
                mode = PRIVATE
        draft = self.folder / f".{secrets.token_hex(16)}"
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE)
        try:
            with open(fd, "wb") as file:
                os.fchmod(fd, PRIVATE)
                file.write(content)
                file.flush()
                os.replace(draft, self._path(name))
                os.fchmod(fd, mode)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise

    def write(self, name, text):
        self._put(name, f"{text}\n".encode("utf-8"))
        self.withdraw(name)         # whatever was there before

    def add(self, name, text):
        self._put(name, self._content(name) + f"{text}\n".encode("utf-8"))

    def announce(self, name):
        self._put(name, self._content(name), PUBLIC)

    def withdraw(self, name):
        self._put(name, self._content(name), PRIVATE)

    def announced(self):
        return sorted(path.stem for path in self.folder.glob("*.txt")
                      if path.stem and not set(path.stem) - set("abcdefghijklmnopqrstuvwxyz-")
                      and self._mode(path.stem) == PUBLIC)
