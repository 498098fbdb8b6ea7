import os
import shutil
import stat
import tempfile
from contextlib import contextmanager
from enum import IntEnum


class State(IntEnum):
    CLOSED = 0o600
    ANNOUNCED = 0o644

    @classmethod
    def of(cls, status):
        return cls.ANNOUNCED if stat.filemode(status.st_mode)[7] == "r" else cls.CLOSED


class LinkError(OSError):
    pass


class Verdicts:
    """The drafts are made in a folder of their own, into which only the jury can look."""

    def __init__(self, folder):
        self._folder = os.fspath(folder)

    def _at(self, name):
        return os.path.join(self._folder, name) + ".txt"

    @contextmanager
    def _successor(self, name, state):
        room = tempfile.mkdtemp(prefix=".", dir=self._folder)
        try:
            os.chmod(room, 0o700)
            draft = os.path.join(room, "draft")

            def opener(path, flags):
                return os.open(path, flags | os.O_EXCL | os.O_NOFOLLOW, int(State.CLOSED))

            with open(draft, "xb", opener=opener) as file:
                os.fchmod(file.fileno(), State.CLOSED)
                yield file
                file.flush()
                os.replace(draft, self._at(name))
                os.fchmod(file.fileno(), state)
        finally:
            shutil.rmtree(room)

    @contextmanager
    def _present(self, name):
        path = self._at(name)
        if os.path.islink(path):
            raise LinkError("a link is no verdict: " + path)
        with open(path, "rb", opener=lambda p, f: os.open(p, f | os.O_NOFOLLOW | os.O_NONBLOCK)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise LinkError("not a file: " + path)
            yield file, State.of(status)

    def _copy(self, name, state=None, line=b""):
        with self._present(name) as (old, before):
            with self._successor(name, before if state is None else state) as new:
                shutil.copyfileobj(old, new)
                new.write(line)

    def write(self, name, text):
        with self._successor(name, State.CLOSED) as file:
            file.writelines([text.encode(), b"\n"])

    def add(self, name, text):
        self._copy(name, line=text.encode() + b"\n")

    def announce(self, name):
        self._copy(name, State.ANNOUNCED)

    def withdraw(self, name):
        self._copy(name, State.CLOSED)

    def announced(self):
        def listing():
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    name, ending = os.path.splitext(entry.name)
                    if ending == ".txt" and entry.is_file(follow_symlinks=False):
                        if State.of(entry.stat(follow_symlinks=False)) is State.ANNOUNCED:
                            yield name
        return sorted(listing())
