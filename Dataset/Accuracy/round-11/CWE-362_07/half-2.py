"""Log sheets of the canal lock.

The lock lies in the folder itself, as a file that only one request can make, so it does not matter by which
path, or by which object, a request knows the folder.
"""
import os
import time
from contextlib import contextmanager

STALE = 5.0     # seconds; a request takes some thousandths of one


class LockLog:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        return os.path.join(self._folder, name)

    @contextmanager
    def _alone(self):
        lock = self._path(".lock")
        while True:
            try:
                os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                break
            except FileExistsError:
                pass
            # a server that was switched off in the middle of a request must not lock us out for ever
            try:
                if time.time() - os.stat(lock).st_mtime > STALE:
                    os.unlink(lock)
                    continue
            except FileNotFoundError:
                continue
            time.sleep(0.001)
        try:
            yield
        finally:
            try:
                os.unlink(lock)
            except FileNotFoundError:
                pass

    def _read(self, day):
        try:
            with open(self._path(day + ".txt"), encoding="utf-8", newline="\n") as file:
                return file.read().removesuffix("\n").split("\n")
        except FileNotFoundError:
            return None

    def _write(self, day, lines):
        data = ("\n".join(lines) + "\n").encode("utf-8")
        draft = self._path(f".{day}.draft")
        with open(draft, "wb") as file:
            file.write(data)
        os.replace(draft, self._path(day + ".txt"))

    @staticmethod
    def _closed(lines):
        return lines[-1].startswith("closed after ")

    def note(self, day, text):
        with self._alone():
            lines = self._read(day)
            if lines is None:
                sheets = [name for name in os.listdir(self._folder) if name.endswith(".txt")]
                lines = [f"Sheet {len(sheets) + 1}"]
            elif self._closed(lines):
                return None
            number = len(lines)
            self._write(day, lines + [f"{number} {text}"])
            return number

    def close(self, day):
        with self._alone():
            lines = self._read(day)
            if lines is None or self._closed(lines):
                return None
            number = len(lines) - 1
            self._write(day, lines + [f"closed after {number}"])
            return number

    def entries(self, day):
        with self._alone():
            lines = self._read(day)
        if lines is None:
            return None
        if self._closed(lines):
            lines.pop()
        return [line.split(" ", 1)[1] for line in lines[1:]]
