"""Pages for the screen in the lift."""
import os
import stat

LIMIT = 2000
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Screen:
    def __init__(self, folder):
        self._folder = folder

    def _open(self, path):
        """Descriptor of the note; each step starts at the folder that is open already."""
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
            note = self._open(path)
        except (OSError, ValueError):
            return None
        if stat.S_ISDIR(os.fstat(note).st_mode):
            os.close(note)
            return None
        with open(note, encoding="utf-8", errors="replace", newline="") as file:
            state = os.fstat(note)
            if not stat.S_ISREG(state.st_mode) or state.st_size > LIMIT:
                return None
            # it may have grown since: never more than the limit
            text = file.read(LIMIT + 1)
        if len(text) > LIMIT:
            return None
        return f"<pre>{text}</pre>"
