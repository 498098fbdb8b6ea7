import contextlib
import os
from functools import wraps


class Name(str):
    """A text that has been found fit to be the name of a pattern."""
    __slots__ = ()
    ENDINGS = {e for lower in (".pdf", ".png", ".jpg", ".csv") for e in (lower, lower.upper())}

    def __new__(cls, text):
        if not isinstance(text, str):
            raise ValueError("a name is a string")
        if text[-4:] not in cls.ENDINGS and not (text[-4:].isascii() and text[-4:].lower() in cls.ENDINGS):
            raise ValueError(f"{text!r} does not end with .pdf, .png, .jpg or .csv")
        if set(text) & {"/", "\0"}:
            raise ValueError("a name holds no folder")
        return super().__new__(cls, text)


def from_existing(method):
    """Turns what was typed for `old` and `new` into two names of which only the first exists."""
    @wraps(method)
    def inner(self, old, new):
        if old not in self:
            raise FileNotFoundError(old)
        target = Name(new if "." in new else new + old[old.rfind("."):])
        with self._at_home() as fd:
            method(self, old, target, fd)
        return str(target)
    return inner


class PatternShelf:
    def __init__(self, root):
        self.__root = os.path.abspath(root)

    @contextlib.contextmanager
    def _at_home(self):
        fd = os.open(self.__root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    def __iter__(self):
        with os.scandir(self.__root) as entries:
            yield from [e.name for e in entries if e.is_file(follow_symlinks=False)]

    def __contains__(self, name):
        return any(name == each for each in self)

    @staticmethod
    def _store(name, data, fd):
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644, dir_fd=fd)
        try:
            with open(handle, "wb") as file:
                file.write(data)
        except BaseException:
            os.unlink(name, dir_fd=fd)
            raise

    @staticmethod
    def _move(old, new, fd):
        os.link(old, new, src_dir_fd=fd, dst_dir_fd=fd)
        os.unlink(old, dir_fd=fd)

    def names(self):
        return sorted(self)

    def add(self, name, data):
        with self._at_home() as fd:
            self._store(Name(name), data, fd)
        return str(name)

    @from_existing
    def rename(self, old, new, fd):
        self._move(old, new, fd)

    @from_existing
    def copy(self, old, new, fd):
        with open(os.open(old, os.O_RDONLY, dir_fd=fd), "rb") as file:
            self._store(new, file.read(), fd)

    def replace(self, text, other):
        if not text:
            raise ValueError("there is nothing to replace")
        before = self.names()
        moves = {old: Name(old.replace(text, other)) for old in before if old.replace(text, other) != old}
        if len({moves.get(n, n) for n in before}) != len(before):
            raise FileExistsError("two files would have one name")
        # The new name of one file can be the old name of another one, which then has to go first.
        # A replacement makes all names longer, or all shorter, or moves all in one direction of the
        # alphabet, so there are no rings.
        with self._at_home() as fd:
            done = set()

            def move(old):
                if old not in done:
                    done.add(old)
                    if moves[old] in moves:
                        move(str(moves[old]))
                    self._move(old, moves[old], fd)
            for old in moves:
                move(old)
        return sorted(map(str, moves.values()))
