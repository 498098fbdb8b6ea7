import contextlib
import fcntl
import os
from pathlib import Path


class LockLog:
    def __init__(self, folder):
        self.folder = Path(folder)

    @contextlib.contextmanager
    def alone(self):
        descriptor = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def read(self, day):
        try:
            return (self.folder / f"{day}.txt").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def write(self, day, sheet):
        draft = self.folder / f"{day}.new"
        draft.write_text(sheet, encoding="utf-8")
        draft.replace(self.folder / f"{day}.txt")

    def note(self, day, text):
        with self.alone():
            sheet = self.read(day) or f"Sheet {len(list(self.folder.glob('*.txt'))) + 1}\n"
            *entries, last = sheet.splitlines()
            if last.startswith("closed"):
                return None
            number = len(entries) + 1
            self.write(day, f"{sheet}{number} {text}\n")
            return number

    def close(self, day):
        with self.alone():
            sheet = self.read(day)
            number = sheet.count("\n") - 1
            if not sheet or "\nclosed after " in sheet:
                return None
            self.write(day, f"{sheet}closed after {number}\n")
            return number

    def entries(self, day):
        sheet = self.read(day)
        lines = [line.partition(" ") for line in sheet.splitlines()[1:]]
        return [text for number, _, text in lines if number.isdigit()] if sheet else None
