import os
import threading
from collections import OrderedDict

_begin = threading.Lock()       # numbers of new sheets are given one after the other
_guard = threading.Lock()       # for the table below
_locks = OrderedDict()          # a lock for each sheet that was used lately
_KEPT = 64                      # the server runs for years; old days need no lock


def _lock(folder, day):
    status = os.stat(folder)    # the same for each path of the folder
    key = (status.st_dev, status.st_ino, day)
    with _guard:
        lock = _locks.get(key)
        if lock is None:
            lock = _locks[key] = threading.Lock()
        _locks.move_to_end(key)
        while len(_locks) > _KEPT:
            _locks.popitem(last=False)
        return lock


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _read(self, day):
        """The lines below the heading, and whether the sheet is closed; or None."""
        try:
            with open(self._path(day), encoding="utf-8", newline="") as file:
                lines = file.read().split("\n")[1:-1]
        except FileNotFoundError:
            return None
        if lines and lines[-1].startswith("closed after "):
            return lines[:-1], True
        return lines, False

    def _append(self, day, line):
        with open(self._path(day), "ab") as file:
            file.write((line + "\n").encode("utf-8"))

    def _start(self, day, text):
        with _begin:
            number = 1 + sum(name.endswith(".txt") for name in os.listdir(self._folder))
            path = self._path(day)
            with open(path + ".new", "wb") as file:
                file.write(f"Sheet {number}\n1 {text}\n".encode("utf-8"))
            os.replace(path + ".new", path)

    def note(self, day, text):
        with _lock(self._folder, day):
            sheet = self._read(day)
            if sheet is None:
                self._start(day, text)
                return 1
            lines, closed = sheet
            if closed:
                return None
            number = len(lines) + 1
            self._append(day, f"{number} {text}")
            return number

    def close(self, day):
        with _lock(self._folder, day):
            sheet = self._read(day)
            if sheet is None or sheet[1]:
                return None
            self._append(day, f"closed after {len(sheet[0])}")
            return len(sheet[0])

    def entries(self, day):
        with _lock(self._folder, day):
            sheet = self._read(day)
        if sheet is None:
            return None
        return [line.partition(" ")[2] for line in sheet[0]]
