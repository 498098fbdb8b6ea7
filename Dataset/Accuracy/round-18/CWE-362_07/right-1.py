import contextlib
import fcntl
import io
import os
import re

_LAST = re.compile(r"closed after (\d+)")


class Sheet:
    """What stands on the sheet of a day, as a value."""

    def __init__(self, heading, entries=(), closed=False):
        self.heading, self.entries, self.closed = heading, tuple(entries), closed

    @classmethod
    def parse(cls, data):
        heading, *rest = data.decode("utf-8").split("\n")[:-1]
        closed = bool(rest) and _LAST.fullmatch(rest[-1]) is not None
        if closed:
            rest.pop()
        return cls(heading, (line[line.index(" ") + 1:] for line in rest), closed)

    def __bytes__(self):
        out = io.StringIO(newline="\n")
        print(self.heading, file=out)
        for number, text in enumerate(self.entries, 1):
            print(number, text, file=out)
        if self.closed:
            print("closed after", len(self.entries), file=out)
        return out.getvalue().encode("utf-8")


class _Folder:
    """The folder while it is ours alone: the kernel's lock hangs on the folder itself, so that it does
    not matter by which path it is known, and every opening of it counts as somebody else."""

    def __init__(self, fd):
        self._fd = fd

    @classmethod
    @contextlib.contextmanager
    def alone(cls, path):
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield cls(fd)
        finally:
            os.close(fd)

    def _open(self, path, flags):
        return os.open(path, flags, 0o666, dir_fd=self._fd)

    def sheets(self):
        return sum(name.endswith(".txt") for name in os.listdir(self._fd))

    def __getitem__(self, day):
        with open(day + ".txt", "rb", opener=self._open) as file:
            return Sheet.parse(file.read())

    def __setitem__(self, day, sheet):
        with open("sheet.draft", "wb", opener=self._open) as file:
            file.write(bytes(sheet))
        os.rename("sheet.draft", day + ".txt", src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def get(self, day):
        try:
            return self[day]
        except FileNotFoundError:
            return None


class LockLog:
    def __init__(self, folder):
        self._path = os.path.abspath(folder)

    def note(self, day, text):
        with _Folder.alone(self._path) as folder:
            sheet = folder.get(day) or Sheet("Sheet %d" % (folder.sheets() + 1))
            if sheet.closed:
                return None
            entries = *sheet.entries, text
            folder[day] = Sheet(sheet.heading, entries)
            return len(entries)

    def close(self, day):
        with _Folder.alone(self._path) as folder:
            sheet = folder.get(day)
            if sheet is None or sheet.closed:
                return None
            folder[day] = Sheet(sheet.heading, sheet.entries, closed=True)
            return len(sheet.entries)

    def entries(self, day):
        with _Folder.alone(self._path) as folder:
            sheet = folder.get(day)
        return sheet and list(sheet.entries)
