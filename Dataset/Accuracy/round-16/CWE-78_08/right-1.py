import os
import re
import sqlite3
from contextlib import closing
from fnmatch import translate
from shutil import which


class Refused(ValueError):
    pass


def _argument(text):
    try:
        raw = os.fsencode(text)
    except UnicodeEncodeError:
        raise Refused("cannot be an argument") from None
    if b"\0" in raw:
        raise Refused("cannot be an argument")
    return raw


class _Shelf:
    """The kept searches, as bytes in a table."""

    def __init__(self, path):
        self._path = path

    def _open(self):
        db = sqlite3.connect(self._path)
        db.execute("CREATE TABLE IF NOT EXISTS kept (n INTEGER PRIMARY KEY, pattern BLOB, title BLOB)")
        return closing(db)

    def add(self, *search):
        with self._open() as db, db:
            db.execute("INSERT INTO kept (pattern, title) VALUES (?, ?)", search)

    def __iter__(self):
        with self._open() as db:
            rows = db.execute("SELECT pattern, title FROM kept ORDER BY n").fetchall()
        yield from ((os.fsdecode(pattern), os.fsdecode(title)) for pattern, title in rows)


class Plates:
    def __init__(self, folder, searches):
        self._folder, self._shelf = folder, _Shelf(searches)

    def _fitting(self, pattern):
        fits = re.compile(translate(pattern)).fullmatch
        return [f"{self._folder}/{name}" for name in sorted(os.listdir(self._folder)) if fits(name)]

    def sheet(self, pattern, title, out):
        _argument(pattern)
        pictures = self._fitting(pattern)
        argv = [b"contactsheet", b"--title", _argument(title), b"--out", os.fsencode(out), *map(os.fsencode, pictures)]
        if pictures:
            program = which("contactsheet")
            if program is None:
                raise FileNotFoundError("contactsheet")
            os.waitpid(os.posix_spawn(program, argv, os.environ), 0)
        return len(pictures)

    def keep(self, pattern, title):
        self._shelf.add(_argument(pattern), _argument(title))

    def remake(self, out):
        return [self.sheet(pattern, title, f"{out}/{n}.pdf") for n, (pattern, title) in enumerate(self._shelf, 1)]
