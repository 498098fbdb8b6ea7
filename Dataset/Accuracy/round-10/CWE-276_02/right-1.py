"""Notes about calls. Nothing lies beside the database: the journal is kept in memory."""

import contextlib
import os
import sqlite3
import stat


class _House:
    """A folder for its owner only, entered through a descriptor."""

    def __init__(self, folder):
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        self.handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        os.fchmod(self.handle, 0o700)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.handle)

    def secure(self, name, make=False):
        """Closes the file `name` to others; False when there is none."""
        flags = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            handle = os.open(name, flags | (os.O_CREAT if make else 0), 0o600, dir_fd=self.handle)
        except FileNotFoundError:
            return False
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid():
                raise PermissionError(f"{name} does not belong to this program")
            os.fchmod(handle, 0o600)
        finally:
            os.close(handle)
        return True


class CallNotes:
    def __init__(self, folder):
        folder = os.path.abspath(folder)
        with _House(folder) as house:
            house.secure("notes.db", make=True)
            for tail in ("-journal", "-wal", "-shm"):
                house.secure("notes.db" + tail)
        self.__base = sqlite3.connect(os.path.join(folder, "notes.db"), isolation_level=None)
        self.__base.execute("PRAGMA journal_mode = MEMORY")
        self.__base.execute("PRAGMA temp_store = MEMORY")
        self.__base.execute(
            "CREATE TABLE IF NOT EXISTS note (nr INTEGER PRIMARY KEY, who TEXT, what BLOB)"
        )

    def add(self, caller, text):
        raw = text.encode("utf-8", "surrogatepass")
        return self.__base.execute(
            "INSERT INTO note (who, what) VALUES (?, ?) RETURNING nr", (format(caller, "d"), raw)
        ).fetchall()[0][0]

    def about(self, caller):
        found = self.__base.execute("SELECT nr, what FROM note WHERE who = ?", (format(caller, "d"),))
        return [raw.decode("utf-8", "surrogatepass") for _, raw in sorted(found)]

    def close(self):
        self.__base.close()
