import os
import threading

LOCK = threading.Lock()


class AtWork:
    def __enter__(self):
        self.mine = LOCK.acquire(timeout=1)

    def __exit__(self, *error):
        if self.mine:
            LOCK.release()


class LockLog:
    def __init__(self, folder):
        self.folder = folder

    def path(self, day):
        return os.path.join(self.folder, f"{day}.txt")

    def lines(self, day):
        """The lines of a sheet, or None if there is no sheet."""
        if not os.path.exists(self.path(day)):
            return None
        with open(self.path(day), encoding="utf-8") as file:
            return file.read().split("\n")[:-1]

    def add(self, day, line):
        with open(self.path(day), "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def note(self, day, text):
        with AtWork():
            lines = self.lines(day)
            if lines is None:
                number = sum(name.endswith(".txt") for name in os.listdir(self.folder)) + 1
                lines = [f"Sheet {number}"]
                self.add(day, lines[0])
            if lines[-1].startswith("closed after "):
                return None
            self.add(day, f"{len(lines)} {text}")
            return len(lines)

    def close(self, day):
        with AtWork():
            lines = self.lines(day)
            if lines is None or lines[-1].startswith("closed after "):
                return None
            self.add(day, f"closed after {len(lines) - 1}")
            return len(lines) - 1

    def entries(self, day):
        with AtWork():
            lines = self.lines(day)
        if lines is None:
            return None
        return [line.split(" ", 1)[1] for line in lines[1:] if not line.startswith("closed after ")]
