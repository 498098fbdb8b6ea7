"""Recursion from folder to folder; the last folder opens the file itself."""
from functools import partial
from contextlib import ExitStack
from io import FileIO
import os
from stat import S_ISREG


def within(descriptor, name, flags):
    return os.open(name, flags | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK, dir_fd=descriptor)


class Folder:
    """An open folder. It does not matter any more where it is."""

    def __init__(self, descriptor, stack):
        self.descriptor, self.stack = descriptor, stack
        stack.callback(os.close, descriptor)

    def __truediv__(self, name):
        return Folder(within(self.descriptor, name, os.O_RDONLY | os.O_DIRECTORY), self.stack)

    def read(self, name, most):
        opener = lambda path, flags: within(self.descriptor, path, flags)
        with FileIO(name, "r", opener=opener) as raw:       # refuses folders
            if not S_ISREG(os.fstat(raw.fileno()).st_mode):
                raise FileNotFoundError(name)
            return b"".join(iter(partial(self._bite, raw, [most]), b""))

    @staticmethod
    def _bite(raw, left):
        """The next bytes; an error as soon as there are more than are left."""
        piece = raw.read(left[0] + 1)
        left[0] -= len(piece)
        if left[0] < 0:
            raise OverflowError("too long for the lift")
        return piece


class Screen:
    def __init__(self, folder):
        self.folder = folder

    def page(self, path):
        resident, _, rest = path.partition("/")
        try:
            with ExitStack() as stack:
                own = os.open(f"{self.folder}/{resident}", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
                data = self._walk(Folder(own, stack), rest)
        except (OSError, ValueError, OverflowError):
            return None
        return "".join(("<pre>", data.decode(errors="backslashreplace"), "</pre>"))

    def _walk(self, folder, rest):
        head, slash, tail = rest.partition("/")
        if slash:
            return self._walk(folder / head, tail)
        return folder.read(head, 2000)
