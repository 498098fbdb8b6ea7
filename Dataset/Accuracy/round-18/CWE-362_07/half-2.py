import collections
import os
import threading

# One lock for the numbers of the sheets, and one for each day, so that work on one sheet does not
# wait for the disk of another. All of them belong to the folder itself, not to its path.
_numbering = threading.Lock()
_begun = collections.defaultdict(set)       # folder: days that have a number, but no file yet
_days = {}


class LockLog:
    def __init__(self, folder):
        info = os.stat(folder)
        self._key = info.st_dev, info.st_ino
        self._folder = os.path.abspath(folder)

    def _lock(self, day):
        with _numbering:
            return _days.setdefault((self._key, day), threading.Lock())

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _read(self, day):
        """The lines of a sheet, or None, and whether it is closed."""
        try:
            with open(self._path(day), "rb") as file:
                lines = file.read().decode("utf-8").split("\n")[:-1]
        except FileNotFoundError:
            return None, False
        return lines, lines[-1].startswith("closed after ")

    def _write(self, day, lines):
        draft = os.path.join(self._folder, day + ".draft")
        with open(draft, "wb") as file:
            file.write("".join(line + "\n" for line in lines).encode("utf-8"))
        os.replace(draft, self._path(day))

    def _number(self, day):
        with _numbering:
            begun = _begun[self._key]
            begun.add(day)
            sheets = {name for name in os.listdir(self._folder) if name.endswith(".txt")}
            return len(sheets.union(one + ".txt" for one in begun))

    def note(self, day, text):
        with self._lock(day):
            lines, closed = self._read(day)
            if closed:
                return None
            if lines is not None:
                self._write(day, [*lines, f"{len(lines)} {text}"])
                return len(lines)
            try:
                self._write(day, [f"Sheet {self._number(day)}", f"1 {text}"])
            finally:
                with _numbering:
                    _begun[self._key].discard(day)
            return 1

    def close(self, day):
        with self._lock(day):
            lines, closed = self._read(day)
            if lines is None or closed:
                return None
            self._write(day, [*lines, f"closed after {len(lines) - 1}"])
            return len(lines) - 1

    def entries(self, day):
        with self._lock(day):
            lines, closed = self._read(day)
        if lines is None:
            return None
        return [line.split(" ", 1)[1] for line in (lines[1:-1] if closed else lines[1:])]
