import os
import re
import threading
from collections import OrderedDict

_CLOSED = re.compile(r"closed after [0-9]+")

# Locks of the sheets. The server runs for years, so only those of the days
# that were used last are kept: many more than anybody works on at a time.
_KEPT = 64
_locks = OrderedDict()
_locks_guard = threading.Lock()

# Held while a new sheet gets its number.
_numbering = threading.Lock()


def _lock_for(folder, day):
    # The folder itself, not its path: it may be known by several.
    found = os.stat(folder)
    key = (found.st_dev, found.st_ino, day)
    with _locks_guard:
        lock = _locks.get(key)
        if lock is None:
            lock = _locks[key] = threading.Lock()
            while len(_locks) > _KEPT:
                _locks.popitem(last=False)
        else:
            _locks.move_to_end(key)
        return lock


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _look(self, day):
        """The texts on a sheet and whether it is closed; None without one."""
        try:
            sheet = open(self._path(day), encoding="utf-8", newline="\n")
        except FileNotFoundError:
            return None
        texts = []
        closed = False
        with sheet:
            lines = sheet.read().split("\n")
        for line in lines[1:-1]:
            if _CLOSED.fullmatch(line):
                closed = True
            else:
                texts.append(line.split(" ", 1)[1])
        return texts, closed

    def _append(self, day, line):
        with open(self._path(day), "ab") as sheet:
            sheet.write((line + "\n").encode("utf-8"))

    def note(self, day, text):
        with _lock_for(self._folder, day):
            sheet = self._look(day)
            if sheet is None:
                with _numbering:
                    number = 1 + sum(name.endswith(".txt")
                                     for name in os.listdir(self._folder))
                    with open(self._path(day), "xb") as new:
                        new.write(f"Sheet {number}\n1 {text}\n".encode("utf-8"))
                return 1
            texts, closed = sheet
            if closed:
                return None
            number = len(texts) + 1
            self._append(day, f"{number} {text}")
            return number

    def close(self, day):
        with _lock_for(self._folder, day):
            sheet = self._look(day)
            if sheet is None or sheet[1]:
                return None
            self._append(day, f"closed after {len(sheet[0])}")
            return len(sheet[0])

    def entries(self, day):
        with _lock_for(self._folder, day):
            sheet = self._look(day)
        return None if sheet is None else sheet[0]
