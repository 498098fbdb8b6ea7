"""Log sheets of the old canal lock, for one server process with many threads."""

import os
import re
import threading

# One lock for all objects and all folders, whatever path they are known by.
# It is made when the module is loaded, so there is never a second one.
_LOCK = threading.Lock()

_SHEET = re.compile(r"\d{4}-\d{2}-\d{2}\.txt\Z")
_CLOSED = re.compile(r"closed after \d+\Z")


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _lines(self, day):
        """The complete lines of a sheet, or None if it is not there (yet).

        A line counts from its line feed on: what is still being written is not
        on the sheet yet.
        """
        try:
            with open(self._path(day), encoding="utf-8", errors="replace", newline="") as file:
                lines = file.read().split("\n")[:-1]
        except FileNotFoundError:
            return None
        return lines or None

    def _append(self, day, text):
        # heading and first entry, or any other entry, go out in one piece
        with open(self._path(day), "ab", buffering=0) as file:
            rest = memoryview(text.encode("utf-8"))
            while rest:
                rest = rest[file.write(rest):]

    def note(self, day, text):
        with _LOCK:
            lines = self._lines(day)
            if lines is None:
                sheets = sum(1 for name in os.listdir(self._folder) if _SHEET.match(name))
                self._append(day, f"Sheet {sheets + 1}\n1 {text}\n")
                return 1
            if _CLOSED.match(lines[-1]):
                return None
            self._append(day, f"{len(lines)} {text}\n")
            return len(lines)

    def close(self, day):
        with _LOCK:
            lines = self._lines(day)
            if lines is None or _CLOSED.match(lines[-1]):
                return None
            count = len(lines) - 1
            self._append(day, f"closed after {count}\n")
            return count

    def entries(self, day):
        # Reading needs no lock: lines are only ever added, each in one write,
        # and the heading never comes without the first entry.
        lines = self._lines(day)
        if lines is None:
            return None
        if _CLOSED.match(lines[-1]):
            lines.pop()
        return [line.partition(" ")[2] for line in lines[1:]]
