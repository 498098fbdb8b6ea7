"""Log sheets of the old canal lock, for one server process with many threads."""

import fcntl
import os
from contextlib import contextmanager


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    @contextmanager
    def _alone(self):
        """Only one call at a time works in the folder.

        The lock lies in the folder itself, so it does not matter by which path
        the folder is known; and it belongs to the open file, so that each call,
        which opens it anew, keeps out all others, in this process too.
        """
        path = os.path.join(self._folder, ".lock")
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                yield
            finally:
                # leave the volunteers' folder tidy
                try:
                    os.unlink(path)
                except FileNotFoundError:
                    pass
        finally:
            os.close(lock)

    def _path(self, day):
        return os.path.join(self._folder, f"{day}.txt")

    def _load(self, day):
        """(heading, texts, whether closed), or None."""
        try:
            with open(self._path(day), encoding="utf-8", newline="") as file:
                heading, *lines = file.read().removesuffix("\n").split("\n")
        except FileNotFoundError:
            return None
        closed = bool(lines) and lines[-1].startswith("closed")
        if closed:
            lines.pop()
        return heading, [line.split(" ", 1)[1] for line in lines], closed

    def _add(self, day, text):
        with open(self._path(day), "a", encoding="utf-8", newline="") as file:
            file.write(text)

    def note(self, day, text):
        with self._alone():
            sheet = self._load(day)
            if sheet is None:
                number = 1 + len([n for n in os.listdir(self._folder) if n.endswith(".txt")])
                self._add(day, f"Sheet {number}\n1 {text}\n")
                return 1
            heading, texts, closed = sheet
            if closed:
                return None
            self._add(day, f"{len(texts) + 1} {text}\n")
            return len(texts) + 1

    def close(self, day):
        with self._alone():
            sheet = self._load(day)
            if sheet is None or sheet[2]:
                return None
            count = len(sheet[1])
            self._add(day, f"closed after {count}\n")
            return count

    def entries(self, day):
        with self._alone():
            sheet = self._load(day)
            return None if sheet is None else sheet[1]
