import errno
import logging
import os
from contextlib import contextmanager
from functools import wraps

log = logging.getLogger(__name__)
KINDS = frozenset(b for kind in (b".pdf", b".png", b".jpg", b".csv") for b in (kind, kind.upper()))


def pattern_name(name: str) -> str:
    """The name itself where it is one that a pattern may have, else a ValueError."""
    if not isinstance(name, str):
        raise ValueError("a name is a string")
    raw = os.fsencode(name)
    if raw[-4:] not in KINDS or set(raw) & set(b"/\0") or len(raw) > 255:
        raise ValueError(f"this cannot be the name of a pattern: {name!r}")
    return name


def onto(method):
    """Lets a method (old, new) have names that are checked."""
    @wraps(method)
    def checked(self, old, new):
        if old not in self.names():
            raise FileNotFoundError(errno.ENOENT, "there is no such pattern", old)
        if "." not in new:
            new = new + old[old.rindex("."):]
        pattern_name(new)
        if new in self._everything():
            raise FileExistsError(errno.EEXIST, "there is such a pattern already", new)
        method(self, old, new)
        log.info("%s: %r -> %r", method.__name__, old, new)
        return new
    return checked


class PatternShelf:
    """The files of one folder.

    Patterns are documents (.pdf), pictures (.png, .jpg) and tables of measures (.csv), with the
    ending in lower or upper case. All files lie directly in the folder.
    """

    def __init__(self, root):
        self._root = os.path.abspath(root)

    @contextmanager
    def _folder(self):
        fd = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    def _everything(self):
        with self._folder() as fd:
            return set(os.listdir(fd))

    def _move(self, old, new):
        with self._folder() as fd:
            os.link(old, new, src_dir_fd=fd, dst_dir_fd=fd, follow_symlinks=False)
            os.unlink(old, dir_fd=fd)

    def names(self):
        """The sorted list of all names."""
        with self._folder() as fd, os.scandir(fd) as entries:
            return sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))

    def add(self, name, data):
        """Stores the bytes `data` as a new file and returns its name."""
        pattern_name(name)
        content = memoryview(data)
        with self._folder() as fd:
            with open(name, "xb", opener=lambda path, flags: os.open(path, flags, 0o644, dir_fd=fd)) as file:
                file.write(content)
        return name

    @onto
    def rename(self, old, new):
        """Gives the file `old` another name, and returns it."""
        self._move(old, new)

    @onto
    def copy(self, old, new):
        """Stores the content of the file `old` in a second file."""
        with self._folder() as fd:
            with open(old, "rb", opener=lambda path, flags: os.open(path, flags, dir_fd=fd)) as file:
                self.add(new, file.read())

    def replace(self, text, other):
        """Replaces `text`, which is not empty, by `other` wherever it stands in a name."""
        steps = [(old, new) for old in self.names() if (new := old.replace(text, other)) != old]
        wanted = {pattern_name(new) for _, new in steps}
        stay = self._everything() - {old for old, _ in steps}
        if len(wanted) < len(steps) or wanted & stay:
            raise FileExistsError(errno.EEXIST, "two patterns would have the same name")
        done = []
        try:
            while len(done) < len(steps):
                taken = self._everything()
                old, new = next(step for step in steps if step not in done and step[1] not in taken)
                self._move(old, new)
                done.append((old, new))
        except OSError:
            for old, new in reversed(done):
                self._move(new, old)
            raise
        return sorted(wanted)
