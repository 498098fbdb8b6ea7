"""Verdicts of the jury."""
import os
import secrets
import stat

_PRIVATE = 0o600
_PUBLIC = 0o644
_END = ".txt"


class Verdicts:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        return os.path.join(self._folder, name + _END)

    def _read(self, name):
        """What the verdict says, and the status of its file. Follows no link."""
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as file:
            status = os.fstat(fd)
            if not stat.S_ISREG(status.st_mode):
                raise OSError("not a file: " + self._path(name))
            return file.read(), status

    def _put(self, name, content, announced):
        """Put a new file in the place of the verdict."""
        draft = os.path.join(self._folder, "." + secrets.token_hex(16))
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, _PRIVATE)
        try:
            with os.fdopen(fd, "wb") as file:
                os.fchmod(fd, _PRIVATE)     # whatever the umask has left
                file.write(content)
                file.flush()
                os.fsync(fd)
                if announced:
                    os.fchmod(fd, _PUBLIC)
            os.replace(draft, self._path(name))
        except BaseException:
            os.unlink(draft)
            raise

    def write(self, name, text):
        self._put(name, (text + "\n").encode("utf-8"), False)

    def add(self, name, text):
        content, status = self._read(name)
        self._put(name, content + (text + "\n").encode("utf-8"), bool(status.st_mode & stat.S_IROTH))

    def announce(self, name):
        content, _ = self._read(name)
        self._put(name, content, True)

    def withdraw(self, name):
        content, status = self._read(name)
        if (stat.S_IMODE(status.st_mode) == _PRIVATE and status.st_uid == os.geteuid()
                and status.st_nlink == 1):
            return      # is the jury's alone already
        self._put(name, content, False)

    def announced(self):
        names = []
        for entry in os.scandir(self._folder):
            if entry.name.endswith(_END) and not entry.name.startswith("."):
                if entry.is_file(follow_symlinks=False):
                    if entry.stat(follow_symlinks=False).st_mode & stat.S_IROTH:
                        names.append(entry.name[:-len(_END)])
        return sorted(names)
