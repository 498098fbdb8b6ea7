"""The word store of a workshop in which crosswords are set.

No SQL in this module is put together; whatever a setter has typed goes into a placeholder, one by one.
"""
import sqlite3
from contextlib import closing

# GLOB, other than LIKE, tells capital letters from small ones. What it takes for more than itself is put
# into a class of its own; the question mark means the same to it as to the setters.
_GLOB = str.maketrans({"*": "[*]", "[": "[[]"})


class WordStore:
    def __init__(self, db_path):
        self._path = db_path

    def _connect(self):
        return closing(sqlite3.connect(self._path))

    def find(self, pattern, themes=None, without=()):
        wanted = None if themes is None else set(themes)
        unwanted = set(without)
        with self._connect() as db:
            rows = db.execute(
                "SELECT word, clue, theme FROM words WHERE puzzle IS NULL AND word GLOB ? ORDER BY word",
                (pattern.translate(_GLOB),))
            return [(word, clue) for word, clue, theme in rows
                    if word not in unwanted and (wanted is None or theme in wanted)]

    def counts(self, themes):
        with self._connect() as db:
            return {theme: db.execute("SELECT count(*) FROM words WHERE puzzle IS NULL AND theme = ?",
                                      (theme,)).fetchone()[0]
                    for theme in themes}

    def reserve(self, words, puzzle):
        with self._connect() as db, db:
            return sum(db.execute("UPDATE words SET puzzle = ? WHERE word = ? AND puzzle IS NULL",
                                  (puzzle, word)).rowcount
                       for word in words)
