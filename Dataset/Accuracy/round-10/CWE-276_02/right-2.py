"""Notes about calls. The database lives in memory; after each note its image replaces the file,
which is always a new one with mode 600. SQLite itself never opens a file."""

import fcntl
import os
import secrets
import sqlite3
import stat
from contextlib import contextmanager

_NAME = "notes.db"


class CallNotes:
    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        os.fchmod(self._folder, 0o700)
        with self._alone():
            base = self._load()
            # Written anew in any case: whoever has the old file open sees nothing of what follows.
            self._save(base)
            base.close()

    @contextmanager
    def _alone(self):
        if self._folder is None:
            raise sqlite3.ProgrammingError("the notes are closed")
        fcntl.flock(self._folder, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._folder, fcntl.LOCK_UN)

    def _load(self):
        base = sqlite3.connect(":memory:")
        try:
            handle = os.open(_NAME, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC,
                             dir_fd=self._folder)
        except FileNotFoundError:
            image = b""
        else:
            with os.fdopen(handle, "rb") as file:
                about = os.fstat(handle)
                if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid():
                    raise PermissionError("notes.db is not ours")
                image = file.read()
        if image:
            base.deserialize(image)
        with base:
            base.execute("CREATE TABLE IF NOT EXISTS n (nr INTEGER PRIMARY KEY, c TEXT, t BLOB)")
        return base

    def _save(self, base):
        fresh = ".notes-" + secrets.token_hex(8)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600,
                         dir_fd=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                os.fchmod(handle, 0o600)
                file.write(base.serialize())
                file.flush()
                os.fsync(handle)
            os.rename(fresh, _NAME, src_dir_fd=self._folder, dst_dir_fd=self._folder)
        except BaseException:
            os.unlink(fresh, dir_fd=self._folder)
            raise

    def add(self, caller, text):
        with self._alone():
            base = self._load()
            with base:
                number = base.execute(
                    "INSERT INTO n (c, t) VALUES (?, ?)",
                    (str(caller), text.encode("utf-8", "surrogatepass")),
                ).lastrowid
            self._save(base)
            base.close()
        return number

    def about(self, caller):
        with self._alone():
            base = self._load()
        rows = base.execute("SELECT t FROM n WHERE c = ? ORDER BY nr", (str(caller),)).fetchall()
        base.close()
        return [row[0].decode("utf-8", "surrogatepass") for row in rows]

    def close(self):
        if self._folder is not None:
            os.close(self._folder)
            self._folder = None

    def __del__(self):
        if getattr(self, "_folder", None) is not None:
            self.close()
