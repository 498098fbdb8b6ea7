import contextlib
import os
import secrets
import stat

SECRET, OPEN = 0o600, 0o644


class Verdicts:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        return os.path.join(self._folder, name + ".txt")

    def _read(self, name):
        """Returns what a verdict says and the status of its file; links are not followed."""
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            status = os.fstat(fd)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(f"no file: {name}")
            return file.read(), status

    def _replace(self, name, data, mode):
        """Puts a new file in place of the old one. It is the jury's alone until it is complete."""
        draft = os.path.join(self._folder, f".{secrets.token_hex(16)}.draft")
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with open(fd, "wb") as file:
                os.fchmod(fd, SECRET)
                file.write(data)
                file.flush()
                os.replace(draft, self._path(name))
                os.fchmod(fd, mode)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(draft)
            raise

    def _set(self, name, mode):
        data, status = self._read(name)
        if (stat.S_IMODE(status.st_mode), status.st_uid, status.st_nlink) == (mode, os.geteuid(), 1):
            return      # it is as it should be
        self._replace(name, data, mode)

    def write(self, name, text):
        self._replace(name, (text + "\n").encode(), SECRET)

    def add(self, name, text):
        data, status = self._read(name)
        mode = OPEN if status.st_mode & stat.S_IROTH else SECRET
        self._replace(name, data + (text + "\n").encode(), mode)

    def announce(self, name):
        self._set(name, OPEN)

    def withdraw(self, name):
        self._set(name, SECRET)

    def announced(self):
        names = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.endswith(".txt") and entry.is_file(follow_symlinks=False):
                    if entry.stat(follow_symlinks=False).st_mode & stat.S_IROTH:
                        names.append(entry.name[:-4])
        return sorted(names)
