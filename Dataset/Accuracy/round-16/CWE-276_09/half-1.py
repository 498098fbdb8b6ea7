"""Keeps the verdicts of the jury."""
import os
import secrets
import stat

HIDDEN, SHOWN = 0o600, 0o644


class Verdicts:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def _put(self, name, content, mode):
        """Puts a new file in place of what is at the path of a verdict."""
        draft = os.path.join(self.folder, f".{secrets.token_hex(16)}")
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with open(fd, "wb") as file:
                os.fchmod(fd, HIDDEN)
                file.write(content)
                file.flush()
                os.fchmod(fd, mode)
            os.replace(draft, self._path(name))
        except BaseException:
            os.unlink(draft)
            raise

    def _get(self, name):
        """What a verdict says, and the mode of its file. A link is not followed."""
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(fd, "rb") as file:
            status = os.fstat(fd)
            if not stat.S_ISREG(status.st_mode):
                raise OSError("this is no file")
            return file.read(), stat.S_IMODE(status.st_mode)

    def write(self, name, text):
        self._put(name, (text + "\n").encode("utf-8"), HIDDEN)

    def add(self, name, text):
        content, mode = self._get(name)
        self._put(name, content + (text + "\n").encode("utf-8"), SHOWN if mode & stat.S_IROTH else HIDDEN)

    def announce(self, name):
        content, mode = self._get(name)
        if mode != SHOWN:
            self._put(name, content, SHOWN)

    def withdraw(self, name):
        content, mode = self._get(name)
        if mode != HIDDEN:      # a file that has ever been wider is made anew
            self._put(name, content, HIDDEN)

    def announced(self):
        names = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith(".txt") and entry.is_file(follow_symlinks=False):
                    if entry.stat(follow_symlinks=False).st_mode & stat.S_IROTH:
                        names.append(entry.name[:-4])
        return sorted(names)
