import os
import time

_STALE = 5      # seconds; no change of a sheet takes a hundredth of this


class _FolderLock:
    """A file in the folder itself, so that it does not matter by which path one knows it."""

    def __init__(self, folder):
        self._file = os.path.join(folder, "sheets.lock")

    def __enter__(self):
        while True:
            try:
                os.close(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                return self
            except FileExistsError:
                self._clear_stale()
                time.sleep(0.002)

    def _clear_stale(self):
        """If the server was killed in the middle of a change, its lock must not stay for ever."""
        try:
            if time.time() - os.stat(self._file).st_mtime > _STALE:
                os.unlink(self._file)
        except FileNotFoundError:
            pass

    def __exit__(self, *error):
        try:
            os.unlink(self._file)
        except FileNotFoundError:
            pass


class LockLog:
    def __init__(self, folder):
        self._folder = os.path.abspath(folder)
        self._lock = _FolderLock(self._folder)

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
