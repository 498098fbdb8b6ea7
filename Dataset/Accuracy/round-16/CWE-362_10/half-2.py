import os
import stat

_LIMIT = 2000
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Screen:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def page(self, path):
        try:
            fd = self._open(path)
        except OSError:
            return None
        with open(fd, encoding="utf-8", errors="replace", newline="") as note:
            info = os.fstat(fd)
            if not stat.S_ISREG(info.st_mode) or info.st_size > _LIMIT:
                return None
            # it may have grown since: never take more than this
            text = note.read(_LIMIT + 1)
            if len(text) > _LIMIT:
                return None
        return f"<pre>{text}</pre>"

    def _open(self, path):
        """Step by step from folder to folder, so that no link is followed at any moment."""
        resident, *folders, name = path.split("/")
        here = os.open(os.path.join(self._folder, resident), _FOLDER)
        try:
            for folder in folders:
                deeper = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
                os.close(here)
                here = deeper
            fd = os.open(name, _FILE, dir_fd=here)
        finally:
            os.close(here)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            raise IsADirectoryError(path)
        return fd
