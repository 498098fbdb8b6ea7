"""Verdicts: drafts are made in a folder of their own that only the jury's account can enter."""
import os
import shutil
import stat
import tempfile
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path


class State(IntEnum):
    HIDDEN = 0o600
    SHOWN = 0o644

    @classmethod
    def of(cls, status):
        return cls.SHOWN if status.st_mode & stat.S_IROTH else cls.HIDDEN


class Verdicts:
    def __init__(self, folder):
        self.folder = Path(folder)

    def _file(self, name):
        return self.folder / f"{name}.txt"

    @contextmanager
    def _workroom(self):
        room = tempfile.mkdtemp(prefix=".draft-", dir=self.folder)    # unknown name, never for others
        try:
            os.chmod(room, 0o700)       # the umask may have taken our own bits
            yield Path(room, "verdict")
        finally:
            shutil.rmtree(room)

    def _renew(self, name, state, *pieces):
        with self._workroom() as draft:
            fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, State.HIDDEN)
            with os.fdopen(fd, "wb") as out:
                out.writelines(pieces)
                out.flush()
                os.fchmod(fd, state)
            os.rename(draft, self._file(name))

    def _old(self, name):
        path = self._file(name)
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise OSError(f"{path} is no file")
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            return State.of(os.fstat(file.fileno())), file.read()

    def write(self, name, text):
        self._renew(name, State.HIDDEN, text.encode(), b"\n")

    def add(self, name, text):
        state, content = self._old(name)
        self._renew(name, state, content, text.encode(), b"\n")

    def announce(self, name):
        self._renew(name, State.SHOWN, self._old(name)[1])

    def withdraw(self, name):
        self._renew(name, State.HIDDEN, self._old(name)[1])

    def announced(self):
        status = {path.stem: path.lstat() for path in self.folder.glob("*.txt")}
        return sorted(name for name, st in status.items() if stat.S_ISREG(st.st_mode) and State.of(st) is State.SHOWN)
