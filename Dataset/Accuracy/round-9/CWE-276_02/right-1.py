"""Call notes; every file is looked at through the folder's descriptor before SQLite gets it."""
import os
import sqlite3
import stat
from contextlib import closing, suppress

MINE = 0o600


class _PrivateFolder:
    """A folder of mode 700, and what lies in it."""

    def __init__(self, path):
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)
        with suppress(PermissionError):
            os.chmod(path, 0o700)               # an odd umask may have left us nothing
        self.path = os.path.realpath(path)
        self._fd = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        if os.fstat(self._fd).st_uid != os.geteuid():
            self.close()
            raise PermissionError("the folder belongs to somebody else")
        os.fchmod(self._fd, 0o700)

    def close(self):
        os.close(self._fd)

    def where(self, name):
        return os.path.join(self.path, name)

    def create(self, name):
        fd = os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, MINE, dir_fd=self._fd)
        os.fchmod(fd, MINE)
        os.close(fd)

    def look(self, name):
        """None, or the state of a file which has no other owner and no other name."""
        try:
            state = os.stat(name, dir_fd=self._fd, follow_symlinks=False)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(state.st_mode) or state.st_uid != os.geteuid() or state.st_nlink != 1:
            raise PermissionError(f"{name} is not a file of ours")
        return state

    def shut(self, name):
        fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=self._fd)
        os.fchmod(fd, MINE)
        os.close(fd)

    def remove(self, name):
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self._fd)

    def move(self, old, new):
        os.replace(old, new, src_dir_fd=self._fd, dst_dir_fd=self._fd)


class CallNotes:
    NAME = "notes.db"
    SIDES = ("notes.db-journal", "notes.db-wal", "notes.db-shm")

    def __init__(self, folder):
        with closing(_PrivateFolder(folder)) as place:
            found = [state for state in map(place.look, (self.NAME, *self.SIDES)) if state]
            if place.look(self.NAME) is None:
                place.create(self.NAME)
            elif any(state.st_mode & 0o077 for state in found):
                self._move_house(place)
            for name in (self.NAME, *self.SIDES):
                with suppress(FileNotFoundError):      # side files come and go
                    place.shut(name)
            self._db = sqlite3.connect(place.where(self.NAME), isolation_level=None)
        self._db.execute(
            "create table if not exists said(nr integer primary key, who text, what blob) strict"
            if sqlite3.sqlite_version_info >= (3, 37) else
            "create table if not exists said(nr integer primary key, who text, what blob)"
        )

    def _move_house(self, place):
        """Others could open the old file: its content goes into one that they have never seen."""
        fresh = "moving.db"
        for name in (fresh, fresh + "-journal", fresh + "-wal", fresh + "-shm"):
            place.remove(name)
        place.create(fresh)
        with closing(sqlite3.connect(place.where(self.NAME))) as old:
            with closing(sqlite3.connect(place.where(fresh))) as new:
                old.backup(new)
        place.move(fresh, self.NAME)
        for name in self.SIDES:
            place.remove(name)

    def add(self, caller, text):
        what = memoryview(text.encode("utf-8", "surrogatepass"))
        return self._db.execute(
            "insert into said(who, what) values (?, ?) returning nr", (format(caller, "d"), what)
        ).fetchall()[0][0]

    def about(self, caller):
        found = self._db.execute(
            "select what from said where who = ? order by nr", (format(caller, "d"),)
        )
        return [str(what, "utf-8", "surrogatepass") for what, in found]

    def close(self):
        self._db.close()
