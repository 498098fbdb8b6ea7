import os
import re
import threading

# One lock for the whole process: whatever object, path or day, only one
# thread at a time changes sheets.
_CHANGES = threading.Lock()

_CLOSED = re.compile(r"closed after [0-9]+")


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _lines(self, day):
        try:
            with open(self._path(day), "rb") as sheet:
                data = sheet.read()
        except FileNotFoundError:
            return None
        lines = data.decode("utf-8").split("\n")
        if lines[-1] == "":
            lines.pop()
        return lines

    def _append(self, day, line):
        """Put a line on a sheet, in a single write to its end."""
        target = os.open(self._path(day), os.O_WRONLY | os.O_APPEND)
        try:
            data = (line + "\n").encode("utf-8")
            while data:
                data = data[os.write(target, data):]
        finally:
            os.close(target)

    def _begin(self, day, line):
        """Begin a sheet; it comes into the folder with its first entry."""
        number = 1 + sum(name.endswith(".txt")
                         for name in os.listdir(self._folder))
        new = os.path.join(self._folder, day + ".new")
        with open(new, "wb") as sheet:
            sheet.write(f"Sheet {number}\n{line}\n".encode("utf-8"))
        os.replace(new, self._path(day))

    def note(self, day, text):
        with _CHANGES:
            lines = self._lines(day)
            if lines is None:
                self._begin(day, f"1 {text}")
                return 1
            if _CLOSED.fullmatch(lines[-1]):
                return None
            number = len(lines)
            self._append(day, f"{number} {text}")
            return number

    def close(self, day):
        with _CHANGES:
            lines = self._lines(day)
            if lines is None or _CLOSED.fullmatch(lines[-1]):
                return None
            count = len(lines) - 1
            self._append(day, f"closed after {count}")
            return count

    def entries(self, day):
        # Nothing changes here, and sheets only ever grow by whole lines: no
        # lock is needed, and nobody who reads keeps those who write waiting.
        lines = self._lines(day)
        if lines is None:
            return None
        if _CLOSED.fullmatch(lines[-1]):
            lines.pop()
        return [line.split(" ", 1)[1] for line in lines[1:]]
