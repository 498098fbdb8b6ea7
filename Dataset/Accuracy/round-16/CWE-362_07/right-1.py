"""Every call is one step: it holds the kernel's lock on the folder itself (not on a path to it)
through a descriptor of its own, so that threads of one process keep each other out as well."""
import fcntl
import os
import re
from contextlib import contextmanager


class Sheet:
    def __init__(self, heading, texts=(), closed=False):
        self.heading, self.texts, self.closed = heading, list(texts), closed

    @classmethod
    def parse(cls, raw):
        heading, *rest = raw.decode("utf-8").split("\n")[:-1]
        closed = bool(rest) and re.match("[0-9]", rest[-1]) is None
        return cls(heading, (line.partition(" ")[2] for line in rest[:len(rest) - closed]), closed)

    def lines(self):
        yield self.heading
        for pair in enumerate(self.texts, 1):
            yield "%d %s" % pair
        if self.closed:
            yield "closed after %d" % len(self.texts)

    def __bytes__(self):
        return "".join(line + "\n" for line in self.lines()).encode("utf-8")


class LockLog:
    def __init__(self, folder):
        self.where = os.path.abspath(folder)

    @contextmanager
    def _alone(self):
        folder = os.open(self.where, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield folder
        finally:
            os.close(folder)            # lets the lock go

    @staticmethod
    def _get(folder, day):
        try:
            file = os.open(day + ".txt", os.O_RDONLY, dir_fd=folder)
        except FileNotFoundError:
            return None
        with open(file, "rb") as reader:
            return Sheet.parse(reader.read())

    @staticmethod
    def _put(folder, day, sheet):
        content = bytes(sheet)
        file = os.open(".draft", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666, dir_fd=folder)
        with open(file, "wb") as writer:
            writer.write(content)
        os.replace(".draft", day + ".txt", src_dir_fd=folder, dst_dir_fd=folder)

    def note(self, day, text):
        with self._alone() as folder:
            sheet = self._get(folder, day)
            if sheet is None:
                before = sum(name.endswith(".txt") for name in os.listdir(folder))
                sheet = Sheet(f"Sheet {before + 1}")
            if sheet.closed:
                return None
            sheet.texts.append(text)
            self._put(folder, day, sheet)
            return len(sheet.texts)

    def close(self, day):
        with self._alone() as folder:
            sheet = self._get(folder, day)
            if sheet is None or sheet.closed:
                return None
            sheet.closed = True
            self._put(folder, day, sheet)
            return len(sheet.texts)

    def entries(self, day):
        with self._alone() as folder:
            sheet = self._get(folder, day)
        return None if sheet is None else sheet.texts
