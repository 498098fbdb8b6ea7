import functools
import os
import sqlite3
import threading

_lock = threading.RLock()


def private(function):
    """Whatever the function makes belongs to the owner alone."""
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with _lock:
            umask = os.umask(0o077)
            try:
                return function(*args, **kwargs)
            finally:
                os.umask(umask)
    return wrapper


class CallNotes:
    SCHEMA = """CREATE TABLE IF NOT EXISTS note (
        id INTEGER PRIMARY KEY AUTOINCREMENT, caller TEXT NOT NULL, content TEXT NOT NULL)"""

    @private
    def __init__(self, folder):
        if not os.path.isdir(folder):
            os.mkdir(folder, 0o700)
        os.chmod(folder, 0o700)
        for entry in os.scandir(folder):
            if entry.name.startswith("notes.db") and entry.is_file(follow_symlinks=False):
                os.chmod(entry.path, 0o600)
        self._connection = sqlite3.connect(os.path.join(folder, "notes.db"), isolation_level=None)
        self._connection.execute(self.SCHEMA)

    @private
    def add(self, caller, text):
        escaped = text.encode("utf-16-le", "surrogatepass").hex()
        [number] = self._connection.execute(
            "INSERT INTO note (caller, content) VALUES (?, ?) RETURNING id", (f"{caller:d}", escaped)).fetchone()
        return number

    def about(self, caller):
        rows = self._connection.execute("SELECT content FROM note WHERE caller = ? ORDER BY id", (f"{caller:d}",))
        return [bytes.fromhex(content).decode("utf-16-le", "surrogatepass") for [content] in rows]

    def close(self):
        self._connection.close()
