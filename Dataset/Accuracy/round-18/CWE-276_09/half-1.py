import os
import re
import stat
import tempfile

_FILE = re.compile(r"([a-z-]+)\.txt")


class Verdicts:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        if not re.fullmatch("[a-z-]+", name):
            raise ValueError("not a name")
        return os.path.join(self._folder, name + ".txt")

    def _read(self, name):
        """What the verdict says, and the permissions of its file."""
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            mode = os.fstat(fd).st_mode
            if not stat.S_ISREG(mode):
                raise OSError("not a plain file")
            return file.read(), stat.S_IMODE(mode)

    def _replace(self, name, content, announced):
        fd, draft = tempfile.mkstemp(prefix=".draft-", dir=self._folder)
        try:
            with open(fd, "wb") as file:
                os.fchmod(fd, 0o600)
                file.write(content)
                file.flush()
                os.replace(draft, self._path(name))
                if announced:
                    os.fchmod(fd, 0o644)
        except BaseException:
            if os.path.lexists(draft):
                os.unlink(draft)
            raise

    def write(self, name, text):
        self._replace(name, (text + "\n").encode("utf-8"), False)

    def add(self, name, text):
        content, mode = self._read(name)
        self._replace(name, content + (text + "\n").encode("utf-8"), bool(mode & stat.S_IROTH))

    def announce(self, name):
        content, mode = self._read(name)
        if mode == 0o644:           # is announced, and stays so
            return
        self._replace(name, content, True)

    def withdraw(self, name):
        content, mode = self._read(name)
        self._replace(name, content, False)

    def announced(self):
        names = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                match = _FILE.fullmatch(entry.name)
                if match and entry.is_file(follow_symlinks=False) \
                        and entry.stat(follow_symlinks=False).st_mode & stat.S_IROTH:
                    names.append(match[1])
        return sorted(names)
