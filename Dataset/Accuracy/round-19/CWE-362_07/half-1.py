import os
import threading

_guard = threading.Lock()       # for the table of locks, and for whatever concerns several days
_numbering = threading.Lock()
_locks = {}                     # day: lock of its sheet, whatever the path of the folder is


def _lock(day):
    with _guard:
        if day not in _locks:
            _locks[day] = threading.Lock()
        return _locks[day]


def _forget(day):
    """A sheet that is closed never changes again, so that the table need not grow from year to year."""
    with _guard:
        _locks.pop(day, None)


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
        return lines[-1].startswith("closed after ")

    def _write(self, day, lines):
        draft = self._path(day) + ".new"
        with open(draft, "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(line + "\n" for line in lines))
        os.replace(draft, self._path(day))

    def note(self, day, text):
        with _lock(day):
            lines = self._lines(day)
            if lines is None:
                # No other sheet may be begun between the count and the moment when ours is there.
                with _numbering:
                    sheets = [name for name in os.listdir(self._folder) if name.endswith(".txt")]
                    self._write(day, ["Sheet %d" % (len(sheets) + 1), "1 " + text])
                return 1
            if self._closed(lines):
                return None
            number = len(lines)
            self._write(day, lines + ["%d %s" % (number, text)])
            return number

    def close(self, day):
        with _lock(day):
            lines = self._lines(day)
            count = None
            if lines is not None and not self._closed(lines):
                count = len(lines) - 1
                self._write(day, lines + ["closed after %d" % count])
        _forget(day)
        return count

    def entries(self, day):
        with _lock(day):
            lines = self._lines(day)
        if lines is None:
            return None
        if self._closed(lines):
            lines = lines[:-1]
        return [line.split(" ", 1)[1] for line in lines[1:]]
