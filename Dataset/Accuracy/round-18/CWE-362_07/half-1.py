import contextlib
import os
import threading

_guard = threading.Lock()
_locks = {}


@contextlib.contextmanager
def _only_one(folder):
    """One at a time in a folder, by whatever path it is known. Locks that nobody uses are thrown away."""
    info = os.stat(folder)
    key = info.st_dev, info.st_ino
    with _guard:
        lock = _locks.setdefault(key, threading.Lock())
    with lock:
        yield
    with _guard:
        if not lock.locked():
            _locks.pop(key, None)


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _lines(self, day):
        try:
            with open(self._path(day), encoding="utf-8", newline="\n") as file:
                return file.read().split("\n")[:-1]
        except FileNotFoundError:
            return None

    @staticmethod
    def _closed(lines):
        return len(lines) > 1 and lines[-1].startswith("closed after ")

    def _write(self, day, lines):
        draft = os.path.join(self._folder, day + ".new")
        with open(draft, "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(line + "\n" for line in lines))
        os.replace(draft, self._path(day))

    def note(self, day, text):
        with _only_one(self._folder):
            lines = self._lines(day)
            if lines is None:
                sheets = [name for name in os.listdir(self._folder) if name.endswith(".txt")]
                lines = [f"Sheet {len(sheets) + 1}"]
            if self._closed(lines):
                return None
            number = len(lines)
            self._write(day, [*lines, f"{number} {text}"])
            return number

    def close(self, day):
        with _only_one(self._folder):
            lines = self._lines(day)
            if lines is None or self._closed(lines):
                return None
            self._write(day, [*lines, f"closed after {len(lines) - 1}"])
            return len(lines) - 1

    def entries(self, day):
        with _only_one(self._folder):
            lines = self._lines(day)
        if lines is None:
            return None
        if self._closed(lines):
            lines.pop()
        return [line.partition(" ")[2] for line in lines[1:]]
