import os
import pathlib
import shutil
import sqlite3
import stat
import tempfile
from functools import cached_property


class CallNotes:
    """The folder is made under a secret name, closed to others, and then moved into place."""

    def __init__(self, folder):
        self.folder = pathlib.Path(os.path.abspath(folder))
        if not self.folder.exists():
            self._make()
        self.folder.chmod(stat.S_IRWXU)
        if not (self.folder / "notes.db").exists():
            self._private(self.folder / "notes.db")
        for file in self.folder.glob("notes.db*"):
            file.chmod(stat.S_IRUSR | stat.S_IWUSR)
        self.database

    def _make(self):
        made = pathlib.Path(tempfile.mkdtemp(prefix=".notes-", dir=self.folder.parent))
        try:
            made.chmod(stat.S_IRWXU)
            made.rename(self.folder)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            if not self.folder.is_dir():
                raise

    @staticmethod
    def _private(path):
        with open(path, "ab", opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW, 0o600)):
            pass

    @cached_property
    def database(self):
        database = sqlite3.connect(str(self.folder / "notes.db"), isolation_level=None)
        database.executescript(
            "CREATE TABLE IF NOT EXISTS note (number INTEGER PRIMARY KEY, caller TEXT NOT NULL, words TEXT NOT NULL);"
            "CREATE INDEX IF NOT EXISTS by_caller ON note (caller, number);")
        return database

    def add(self, caller, text):
        words = text.encode("utf-16-be", "surrogatepass").hex()
        cursor = self.database.execute("INSERT INTO note (caller, words) VALUES (:caller, :words)",
                                       {"caller": f"{caller:d}", "words": words})
        return cursor.lastrowid

    def about(self, caller):
        rows = self.database.execute("SELECT words FROM note WHERE caller = :caller ORDER BY number",
                                     {"caller": f"{caller:d}"})
        return [bytes.fromhex(words).decode("utf-16-be", "surrogatepass") for (words,) in rows]

    def close(self):
        self.database.close()
