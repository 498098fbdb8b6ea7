import os
import threading
from collections import defaultdict

_guard = threading.Lock()               # for the two tables below
_days = defaultdict(threading.Lock)     # (folder, day): lock
_begun = defaultdict(set)               # folder: days whose sheet has a number, but is not there yet


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _key(self):
        status = os.stat(self._folder)
        return status.st_dev, status.st_ino

    def _day_lock(self, day):
        with _guard:
            return _days[self._key(), day]

    def _path(self, day):
        return os.path.join(self._folder, day + ".txt")

    def _read(self, day):
        """The lines of a sheet, or None. A sheet is only ever replaced as a whole."""
        try:
            with open(self._path(day), "rb") as file:
                return file.read().decode("utf-8").split("\n")[:-1]
        except FileNotFoundError:
            return None

    def _draft(self, day, lines):
        draft = os.path.join(self._folder, f".{day}.{threading.get_ident()}.draft")
        with open(draft, "wb") as file:
            file.write("".join(line + "\n" for line in lines).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        return draft

    def _begin(self, day, text):
        key = self._key()
        with _guard:
            sheets = sum(name.endswith(".txt") for name in os.listdir(self._folder))
            number = sheets + len(_begun[key]) + 1
            _begun[key].add(day)
        try:
            draft = self._draft(day, [f"Sheet {number}", f"1 {text}"])
            with _guard:
                os.replace(draft, self._path(day))
                _begun[key].discard(day)
        except BaseException:
            with _guard:
                _begun[key].discard(day)
            raise

    def note(self, day, text):
        with self._day_lock(day):
            lines = self._read(day)
            if lines is None:
                self._begin(day, text)
                return 1
            if lines[-1].startswith("closed after "):
                return None
            number = len(lines)
            os.replace(self._draft(day, lines + [f"{number} {text}"]), self._path(day))
            return number

    def close(self, day):
        with self._day_lock(day):
            lines = self._read(day)
            if lines is None or lines[-1].startswith("closed after "):
                return None
            number = len(lines) - 1
            os.replace(self._draft(day, lines + [f"closed after {number}"]), self._path(day))
            return number

    def entries(self, day):
        lines = self._read(day)
        if lines is None:
            return None
        return [line.partition(" ")[2] for line in lines[1:] if not line.startswith("closed after ")]
