"""Translates the pattern itself, and keeps searches in SQLite."""
import os
import re
import sqlite3
from contextlib import closing
from fnmatch import translate


class Plates:
    def __init__(self, folder, searches):
        self.folder = folder
        self.searches = searches

    def _names(self, pattern):
        fits = re.compile(translate(pattern)).match
        with os.scandir(self.folder) as entries:
            return sorted(entry.name for entry in entries if fits(entry.name) and entry.is_file(follow_symlinks=False))

    def sheet(self, pattern, title, out):
        names = self._names(pattern)
        if names:
            arguments = ["contactsheet", "--title", title, "--out", out]
            arguments.extend("/".join((self.folder, name)) for name in names)
            os.waitpid(os.posix_spawnp(arguments[0], arguments, os.environ), 0)
        return len(names)

    def _table(self):
        db = sqlite3.connect(self.searches)
        db.execute("CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, pattern TEXT, title TEXT)")
        return closing(db)

    def keep(self, pattern, title):
        with self._table() as db, db:
            db.execute("INSERT INTO kept (pattern, title) VALUES (?, ?)", (pattern, title))

    def remake(self, out):
        with self._table() as db:
            rows = db.execute("SELECT pattern, title FROM kept ORDER BY number").fetchall()
        return [self.sheet(pattern, title, f"{out}/{number}.pdf") for number, (pattern, title) in enumerate(rows, 1)]
