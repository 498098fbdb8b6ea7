import os
import sqlite3
import stat

TABLE = "CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY AUTOINCREMENT, caller INTEGER, text TEXT)"


def _own_file(path):
    info = os.lstat(path)
    if not stat.S_ISREG(info.st_mode) or info.st_uid != os.geteuid() or info.st_nlink != 1:
        raise PermissionError(f"not a file of our own: {path}")
    return stat.S_IMODE(info.st_mode)


def _new_file(path):
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    os.fchmod(fd, 0o600)
    os.close(fd)


class CallNotes:
    def __init__(self, folder):
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            pass
        os.chmod(folder, 0o700)
        path = os.path.join(folder, "notes.db")
        try:
            _new_file(path)
        except FileExistsError:
            if _own_file(path) & 0o077:
                self._renew(path)
        for ending in ("-journal", "-wal", "-shm"):
            if os.path.lexists(path + ending) and _own_file(path + ending) & 0o077:
                os.chmod(path + ending, 0o600)
        self._con = sqlite3.connect(path)
        with self._con:
            self._con.execute(TABLE)

    @staticmethod
    def _renew(path):
        """Others may have opened a file that was open to them: go on in a new one."""
        draft = path + ".new"
        if os.path.lexists(draft):
            os.unlink(draft)
        _new_file(draft)
        old, new = sqlite3.connect(path), sqlite3.connect(draft)
        try:
            old.backup(new)
        finally:
            new.close()
            old.close()
        for ending in ("-journal", "-wal", "-shm"):
            if os.path.lexists(path + ending):
                os.unlink(path + ending)
        os.replace(draft, path)

    def add(self, caller, text):
        with self._con:
            return self._con.execute("INSERT INTO notes (caller, text) VALUES (?, ?)",
                                     (caller, text)).lastrowid

    def about(self, caller):
        return [text for (text,) in self._con.execute(
            "SELECT text FROM notes WHERE caller = ? ORDER BY id", (caller,))]

    def close(self):
        self._con.close()
