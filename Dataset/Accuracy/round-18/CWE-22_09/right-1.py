"""disks.py: walks from folder to folder by open descriptors, one plain part at a time."""
import os
from contextlib import ExitStack, contextmanager

_DIR = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class NotHere(FileNotFoundError):
    pass


def words(name):
    text = "".join("/" if sign == "\\" else sign for sign in name).lower()
    text = text.rstrip(". ")
    row = [part.strip(" ") for part in text.split("/")]
    if row == [""]:
        return []
    for part in row:
        if part in ("", ".", "..") or "\0" in part or "/" in part:
            raise NotHere(name)
    if row[0] == "staff":
        raise NotHere(name)
    return row


class Disks:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    @contextmanager
    def _at(self, row, make=False):
        with ExitStack() as stack:
            def opened(*args, **more):
                fd = os.open(*args, **more)
                stack.callback(os.close, fd)
                return fd
            here = opened(self.folder, _DIR)
            for part in row:
                if make:
                    try:
                        os.mkdir(part, dir_fd=here)
                    except FileExistsError:
                        pass
                here = opened(part, _DIR, dir_fd=here)
            yield here

    def load(self, name):
        try:
            *way, last = words(name)
            with self._at(way) as here:
                fd = os.open(last, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=here)
                with open(fd, "rb") as file:
                    return file.read()
        except (OSError, ValueError) as error:
            raise NotHere(name) from error

    def save(self, name, data):
        *way, last = words(name) or [""]
        if not last:
            raise NotHere(name)
        with self._at(way, make=True) as here:
            fd = os.open(last, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666, dir_fd=here)
            with open(fd, "wb") as file:
                file.write(data)

    def directory(self, name):
        row = words(name)
        try:
            with self._at(row) as here:
                return sorted(set(os.listdir(here)) - (set() if row else {"staff"}))
        except (OSError, ValueError) as error:
            raise NotHere(name) from error
