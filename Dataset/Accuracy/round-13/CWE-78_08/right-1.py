"""Contact sheets: scandir, a class for searches, and an SQLite file to keep them."""
import contextlib
import dataclasses
import fnmatch
import os
import sqlite3


@dataclasses.dataclass(frozen=True, slots=True)
class Search:
    pattern: str
    title: str

    def __post_init__(self):
        for value in (self.pattern, self.title):
            if b"\0" in os.fsencode(value):
                raise ValueError("NUL")
        self.title.encode("utf-8")      # UnicodeEncodeError is a ValueError

    def pictures(self, folder):
        with os.scandir(folder) as entries:
            plates = {e.name for e in entries if e.is_file()}
        for name in sorted(fnmatch.filter(plates, self.pattern)):
            yield folder + "/" + name


class Plates:
    def __init__(self, folder, searches):
        self._folder, self._searches = folder, searches

    def _db(self):
        db = sqlite3.connect(self._searches, isolation_level=None)
        db.execute("CREATE TABLE IF NOT EXISTS kept (n INTEGER PRIMARY KEY, pattern BLOB, title BLOB)")
        return contextlib.closing(db)

    def _run(self, search, out):
        arguments = ["contactsheet", "--title", search.title, "--out", out]
        fixed = len(arguments)
        arguments.extend(search.pictures(self._folder))
        if len(arguments) > fixed:
            pid = os.posix_spawnp("contactsheet", arguments, os.environ)
            os.waitpid(pid, 0)
        return len(arguments) - fixed

    def sheet(self, pattern, title, out):
        return self._run(Search(pattern, title), out)

    def keep(self, pattern, title):
        search = Search(pattern, title)
        with self._db() as db:
            db.execute("INSERT INTO kept (pattern, title) VALUES (?, ?)",
                       tuple(map(os.fsencode, dataclasses.astuple(search))))

    def remake(self, out):
        with self._db() as db:
            rows = db.execute("SELECT pattern, title FROM kept ORDER BY n").fetchall()
        return [
            self._run(Search(*map(os.fsdecode, row)), os.path.join(out, "%d.pdf" % n))
            for n, row in enumerate(rows, 1)
        ]
