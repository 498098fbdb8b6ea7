"""Verdicts, by descriptors: every change is a new inode with no name of its own until it is complete."""
import contextlib
import os
import secrets
import stat
import string

_LETTERS = frozenset(string.ascii_lowercase + "-")


class Verdicts:
    SUFFIX = ".txt"

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    @contextlib.contextmanager
    def _folder(self):
        fd = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            yield fd
        finally:
            os.close(fd)

    def _change(self, name, *, keep, more="", state):
        if not name or not _LETTERS.issuperset(name):
            raise ValueError(f"no name of a verdict: {name!r}")
        more = more.encode("utf-8")
        target = name + self.SUFFIX
        with self._folder() as at:
            content = b""
            if keep:
                old = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=at)
                with os.fdopen(old, "rb") as reader:
                    mode = os.fstat(old).st_mode
                    if not stat.S_ISREG(mode):
                        raise PermissionError("something else than a file is there")
                    content = reader.read()
                if state is None:
                    state = bool(mode & stat.S_IROTH)
            draft = "~" + secrets.token_urlsafe(18)
            new = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=at)
            try:
                os.fchmod(new, stat.S_IRUSR | stat.S_IWUSR)
                rest = memoryview(content + more)
                while rest:
                    rest = rest[os.write(new, rest):]
                os.rename(draft, target, src_dir_fd=at, dst_dir_fd=at)
                draft = None
                if state:
                    os.fchmod(new, 0o644)
            finally:
                os.close(new)
                if draft is not None:
                    os.unlink(draft, dir_fd=at)

    def write(self, name, text):
        self._change(name, keep=False, more=text + "\n", state=False)

    def add(self, name, text):
        self._change(name, keep=True, more=text + "\n", state=None)

    def announce(self, name):
        self._change(name, keep=True, state=True)

    def withdraw(self, name):
        self._change(name, keep=True, state=False)

    def announced(self):
        def found():
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    name = entry.name.removesuffix(self.SUFFIX)
                    if name and name != entry.name and _LETTERS.issuperset(name):
                        mode = entry.stat(follow_symlinks=False).st_mode
                        if stat.S_ISREG(mode) and mode & stat.S_IROTH:
                            yield name
        return sorted(found())
