import os
import stat

LIMIT = 2000
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC


class Screen:
    def __init__(self, folder):
        self._folder = folder

    def _open(self, path):
        """A descriptor of the file; each step starts at the folder that was
        opened before, and none follows a link."""
        resident, *folders, name = path.split("/")
        at = os.open(os.path.join(self._folder, resident), _FOLDER)
        try:
            for folder in folders:
                below = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=at)
                os.close(at)
                at = below
            return os.open(name, _FILE, dir_fd=at)
        finally:
            os.close(at)

    def page(self, path):
        try:
            fd = self._open(path)
        except (OSError, ValueError):
            return None
        try:
            state = os.fstat(fd)
            if not stat.S_ISREG(state.st_mode) or state.st_size > LIMIT:
                return None
            with open(fd, encoding="utf-8", errors="replace", newline="", closefd=False) as note:
                # it may grow meanwhile: never read on without an end
                text = note.read(LIMIT + 1)
        finally:
            os.close(fd)
        if len(text) > LIMIT:
            return None
        return "<pre>" + text + "</pre>"
