"""The word store of a workshop in which crosswords are set."""

import sqlite3
from contextlib import closing

_AT_ONCE = 500          # parameters of one statement


def _glob(pattern):
    """The pattern for GLOB, which knows case and has `?` of its own.

    The other characters that GLOB takes for more than themselves stand in
    brackets, in which they are ordinary ones.
    """
    return "".join(f"[{c}]" if c in "*[" else c for c in pattern)


def _portions(strings):
    strings = list(dict.fromkeys(strings))
    for start in range(0, len(strings), _AT_ONCE):
        portion = strings[start:start + _AT_ONCE]
        yield portion, ", ".join("?" * len(portion))


class WordStore:
    def __init__(self, db_path):
        self._db_path = db_path

    def _open(self):
        return closing(sqlite3.connect(self._db_path))

    def find(self, pattern, themes=None, without=()):
        free = "SELECT word, clue FROM words WHERE puzzle IS NULL AND word GLOB ?"
        found = []
        with self._open() as db:
            if themes is None:
                found = db.execute(free, [_glob(pattern)]).fetchall()
            else:
                for portion, marks in _portions(themes):
                    found += db.execute(f"{free} AND theme IN ({marks})", [_glob(pattern), *portion])
        unwanted = frozenset(without)
        return sorted((row for row in found if row[0] not in unwanted), key=lambda row: row[0])

    def counts(self, themes):
        numbers = dict.fromkeys(themes, 0)
        with self._open() as db:
            for portion, marks in _portions(themes):
                numbers.update(db.execute(
                    "SELECT theme, count(*) FROM words "
                    f"WHERE puzzle IS NULL AND theme IN ({marks}) GROUP BY theme", portion))
        return numbers

    def reserve(self, words, puzzle):
        reserved = 0
        with self._open() as db, db:
            for portion, marks in _portions(words):
                reserved += db.execute(
                    f"UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND word IN ({marks})",
                    [puzzle, *portion]).rowcount
        return reserved
