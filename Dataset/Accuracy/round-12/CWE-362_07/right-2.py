"""right: a lock file in the folder that stays there, and sheets that are replaced as a whole."""
import fcntl
import os
import re

LINE = re.compile(r"(?P<number>\d+) (?P<text>.*)", re.S)


class Held:
    """flock belongs to the open file; every call opens the same, lasting file anew."""

    def __init__(self, folder):
        self.name = os.path.join(folder, "turn.lock")

    def __enter__(self):
        self.file = open(self.name, "ab")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX)
        except BaseException:
            self.file.close()
            raise

    def __exit__(self, *_):
        self.file.close()


class LockLog:
    def __init__(self, folder):
        self.folder = folder

    def _read(self, day):
        try:
            with open(f"{self.folder}/{day}.txt", encoding="utf-8", newline="\n") as file:
                return [line[:-1] for line in file]
        except FileNotFoundError:
            return []

    def _write(self, day, lines):
        draft = f"{self.folder}/{day}.draft"
        with open(draft, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in lines)
        os.replace(draft, f"{self.folder}/{day}.txt")

    @staticmethod
    def _closed(lines):
        return len(lines) > 1 and LINE.fullmatch(lines[-1]) is None

    def note(self, day, text):
        with Held(self.folder):
            lines = self._read(day)
            if self._closed(lines):
                return None
            if not lines:
                lines = [f"Sheet {1 + sum(e.name.endswith('.txt') for e in os.scandir(self.folder))}"]
            self._write(day, [*lines, f"{len(lines)} {text}"])
            return len(lines)

    def close(self, day):
        with Held(self.folder):
            lines = self._read(day)
            if not lines or self._closed(lines):
                return None
            self._write(day, [*lines, f"closed after {len(lines) - 1}"])
            return len(lines) - 1

    def entries(self, day):
        with Held(self.folder):
            lines = self._read(day)
        return [m["text"] for m in map(LINE.fullmatch, lines[1:]) if m] if lines else None
