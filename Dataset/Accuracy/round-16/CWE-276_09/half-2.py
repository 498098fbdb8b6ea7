"""Keeps the verdicts of the jury."""
import os
import stat


class Verdicts:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def _replace(self, name, data, public):
        # One name for the draft of a verdict, so that what a crash has left over
        # is used up by the next try and does not stay in the folder for ever.
        draft = os.path.join(self.folder, f".{name}.draft")
        fd = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
        try:
            status = os.fstat(fd)
            if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1 or status.st_uid != os.geteuid():
                raise PermissionError(f"{draft} is not ours")
            os.fchmod(fd, 0o600)
            os.ftruncate(fd, 0)
            with open(fd, "wb", closefd=False) as file:
                file.write(data)
            if public:
                os.fchmod(fd, 0o644)
            os.replace(draft, self._path(name))
        finally:
            os.close(fd)

    def _read(self, name):
        fd = os.open(self._path(name), os.O_RDONLY | os.O_NOFOLLOW)
        with open(fd, "rb") as file:
            return file.read(), bool(os.fstat(fd).st_mode & 0o004)

    def write(self, name, text):
        self._replace(name, f"{text}\n".encode("utf-8"), False)

    def add(self, name, text):
        data, public = self._read(name)
        self._replace(name, data + f"{text}\n".encode("utf-8"), public)

    def announce(self, name):
        self._replace(name, self._read(name)[0], True)

    def withdraw(self, name):
        self._replace(name, self._read(name)[0], False)

    def announced(self):
        found = []
        for file in os.listdir(self.folder):
            if file.endswith(".txt") and not file.startswith("."):
                mode = os.lstat(os.path.join(self.folder, file)).st_mode
                if stat.S_ISREG(mode) and mode & 0o004:
                    found.append(file[:-len(".txt")])
        return sorted(found)
