"""Walks down from the folder one part at a time, with directory descriptors and never upwards."""
import os
import re
from contextlib import ExitStack
from functools import reduce

_DOWN = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Refused(FileNotFoundError, PermissionError):
    pass


def trail(name):
    plain = re.sub(r"[. ]+\Z", "", name).lower()

    def step(so_far, part):
        if part in {"", "."}:
            return so_far
        if part == "..":
            return so_far[:-1]          # at the top one stays at the top
        return so_far + (part,)

    row = reduce(step, (part.strip(" ") for part in re.split(r"[\\/]", plain)), ())
    if row[:1] == ("staff",) or any("\0" in part for part in row):
        raise Refused(name)
    return row


class Disks:
    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    def _enter(self, stack, row, make=False):
        here = os.open(self.folder, _DOWN)
        stack.callback(os.close, here)
        for part in row:
            if make:
                try:
                    os.mkdir(part, dir_fd=here)
                except FileExistsError:
                    pass
            here = os.open(part, _DOWN, dir_fd=here)
            stack.callback(os.close, here)
        return here

    def load(self, name):
        row = trail(name)
        if not row:
            raise Refused(name)
        with ExitStack() as stack:
            try:
                here = self._enter(stack, row[:-1])
                file = os.open(row[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=here)
                with open(file, "rb", buffering=0) as reader:
                    return reader.readall()
            except (OSError, UnicodeError) as why:
                raise FileNotFoundError(name) from why

    def save(self, name, data):
        row = trail(name)
        if not row:
            raise Refused(name)
        os.fsencode("/".join(row))      # before anything is made
        with ExitStack() as stack:
            here = self._enter(stack, row[:-1], make=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
            with open(os.open(row[-1], flags, 0o666, dir_fd=here), "wb") as writer:
                writer.write(data)

    def directory(self, name):
        row = trail(name)
        with ExitStack() as stack, os.scandir(self._enter(stack, row)) as entries:
            return sorted({entry.name for entry in entries} - (set() if row else {"staff"}))
