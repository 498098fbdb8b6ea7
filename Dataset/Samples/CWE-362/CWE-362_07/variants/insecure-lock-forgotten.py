import os
import threading
from functools import lru_cache

_making = threading.Lock()


@lru_cache
def _made_lock(device, inode):
    return threading.Lock()


def _lock_of(folder):
    """The one lock of a folder, by whatever path it is known."""
    about = os.stat(folder)
    with _making:               # so that two threads never make two of them
        return _made_lock(about.st_dev, about.st_ino)


class LockLog:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._lock = _lock_of(self._folder)

    def _sheet(self, day):
        """The lines of a day's sheet, or None."""
        try:
            with open(os.path.join(self._folder, day + ".txt"), encoding="utf-8", newline="") as file:
                return file.read().split("\n")[:-1]
        except FileNotFoundError:
            return None

    def _write(self, day, lines):
        """The whole sheet at once, so that nobody finds half of one."""
        path = os.path.join(self._folder, day + ".txt")
        draft = path + ".new"
        with open(draft, "w", encoding="utf-8", newline="") as file:
            file.write("".join(line + "\n" for line in lines))
        os.replace(draft, path)

    def _next_number(self):
        sheets = [name for name in os.listdir(self._folder) if name.endswith(".txt")]
        return len(sheets) + 1

    def note(self, day, text):
        with self._lock:
            lines = self._sheet(day)
            if lines is None:
                lines = [f"Sheet {self._next_number()}"]
            if lines[-1].startswith("closed after "):
                return None
            number = len(lines)
            self._write(day, lines + [f"{number} {text}"])
            return number

    def close(self, day):
        with self._lock:
            lines = self._sheet(day)
            if lines is None or lines[-1].startswith("closed after "):
                return None
            self._write(day, lines + [f"closed after {len(lines) - 1}"])
            return len(lines) - 1

    def entries(self, day):
        with self._lock:
            lines = self._sheet(day)
        if lines is None:
            return None
        if lines[-1].startswith("closed after "):
            lines.pop()
        return [line.split(" ", 1)[1] for line in lines[1:]]
