import functools
import os
from concurrent.futures import ThreadPoolExecutor

CLERK = ThreadPoolExecutor(max_workers=1)


def by_the_clerk(method):
    @functools.wraps(method)
    def call(self, *arguments):
        return CLERK.submit(method, self, *arguments).result()

    return call


class LockLog:
    def __init__(self, folder):
        self.folder = folder

    def _lines(self, day):
        try:
            with open(f"{self.folder}/{day}.txt", encoding="utf-8") as sheet:
                return sheet.read().rstrip("\n").split("\n")
        except FileNotFoundError:
            return []

    def _store(self, day, lines):
        with open(f"{self.folder}/{day}.txt", "w", encoding="utf-8") as sheet:
            sheet.writelines(f"{line}\n" for line in lines)

    @by_the_clerk
    def note(self, day, text):
        lines = self._lines(day)
        if not lines:
            lines = [f"Sheet {1 + len([name for name in os.listdir(self.folder) if name[-4:] == '.txt'])}"]
        elif lines[-1].startswith("closed"):
            return None
        number = len(lines)
        self._store(day, [*lines, f"{number} {text}"])
        return number

    @by_the_clerk
    def close(self, day):
        lines = self._lines(day)
        if not lines or lines[-1].startswith("closed"):
            return None
        self._store(day, [*lines, f"closed after {len(lines) - 1}"])
        return len(lines) - 1

    @by_the_clerk
    def entries(self, day):
        heading, *lines = self._lines(day) or [None]
        if heading is None:
            return None
        return [line[line.index(" ") + 1 :] for line in lines if line[0].isdigit()]
