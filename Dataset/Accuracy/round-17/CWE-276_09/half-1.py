import os
import re
import stat
import tempfile

PRIVATE, PUBLIC = 0o600, 0o644


class Verdicts:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        if not re.fullmatch(r"[a-z-]+", name):
            raise ValueError("not a name of a verdict")
        return os.path.join(self._folder, name + ".txt")

    def _read(self, path):
        """Content and state of a verdict, both of the same open file; no links are followed."""
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as file:
            state = os.fstat(fd)
            if not stat.S_ISREG(state.st_mode):
                raise OSError("not a file")
            return file.read(), state

    def _put(self, path, data, mode):
        """A new file at the path. It becomes readable for others only once it is in its place."""
        fd, draft = tempfile.mkstemp(prefix=".draft-", dir=self._folder)
        with os.fdopen(fd, "wb") as file:
            try:
                os.fchmod(fd, PRIVATE)
                file.write(data)
                file.flush()
                os.replace(draft, path)
            except BaseException:
                os.unlink(draft)
                raise
            if mode != PRIVATE:
                os.fchmod(fd, mode)

    def write(self, name, text):
        self._put(self._path(name), (text + "\n").encode("utf-8"), PRIVATE)

    def add(self, name, text):
        path = self._path(name)
        data, state = self._read(path)
        self._put(path, data + (text + "\n").encode("utf-8"),
                  PUBLIC if state.st_mode & stat.S_IROTH else PRIVATE)

    def announce(self, name):
        path = self._path(name)
        data, state = self._read(path)
        if stat.S_IMODE(state.st_mode) == PUBLIC and state.st_uid == os.geteuid():
            return      # is announced, is ours, and nobody else can write to it
        self._put(path, data, PUBLIC)

    def withdraw(self, name):
        path = self._path(name)
        data, _ = self._read(path)
        self._put(path, data, PRIVATE)

    def announced(self):
        names = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if re.fullmatch(r"[a-z-]+\.txt", entry.name) and entry.is_file(follow_symlinks=False):
                    if entry.stat(follow_symlinks=False).st_mode & stat.S_IROTH:
                        names.append(entry.name[:-4])
        return sorted(names)
