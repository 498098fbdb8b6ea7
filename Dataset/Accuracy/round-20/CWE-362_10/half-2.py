"""Pages for the screen in the lift."""
import os
import stat

LIMIT = 2000
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Screen:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def page(self, path):
        try:
            fd = self._open(path)
        except (OSError, ValueError):
            return None
        # From here on there is only this file, whatever becomes of its name.
        with open(fd, encoding="utf-8", errors="replace", newline="") as file:
            found = os.fstat(fd)
            if not stat.S_ISREG(found.st_mode) or found.st_size > LIMIT:
                return None
            # It may have grown since: never read more than the limit.
            return "<pre>" + file.read(LIMIT) + "</pre>"

    def _open(self, path):
        """Opens the file, from folder to folder, without following any link."""
        resident, *way, name = path.split("/")
        here = os.open(os.path.join(self._folder, resident), FOLDER)
        try:
            for part in way:
                below = os.open(part, FOLDER | os.O_NOFOLLOW, dir_fd=here)
                os.close(here)
                here = below
            fd = os.open(name, FILE, dir_fd=here)
        finally:
            os.close(here)
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            os.close(fd)
            raise IsADirectoryError(path)
        return fd
