import os
import stat

_MOST = 2000
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Screen:
    def __init__(self, folder):
        self._folder = folder

    def page(self, path):
        try:
            descriptor = self._open(path.split("/"))
        except (OSError, ValueError):
            return None
        # from here on there is one file only, whatever becomes of its name
        with open(descriptor, encoding="utf-8", errors="replace", newline="") as file:
            looked_at = os.fstat(descriptor)
            if not stat.S_ISREG(looked_at.st_mode) or looked_at.st_size > _MOST:
                return None
            # it may have grown since
            text = file.read(_MOST + 1)
            if len(text) > _MOST:
                return None
        return f"<pre>{text}</pre>"

    def _open(self, parts):
        """Goes from folder to folder, each opened in the one before, and never by a link."""
        resident, *folders, name = parts
        here = os.open(os.path.join(self._folder, resident), _FOLDER)
        try:
            for folder in folders:
                deeper = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
                os.close(here)
                here = deeper
            descriptor = os.open(name, _FILE, dir_fd=here)
        finally:
            os.close(here)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise IsADirectoryError(name)
        return descriptor
