"""right: SQL has no part of its own in the comparing: it hands over the free words, and
Python's sets and strings do the rest."""
import sqlite3
from collections import Counter, namedtuple
from contextlib import closing

Free = namedtuple("Free", "word clue theme")


class WordStore:
    def __init__(self, db_path):
        self.connect = lambda: closing(sqlite3.connect(db_path, isolation_level=None))

    @staticmethod
    def _free(db):
        return map(Free._make, db.execute("SELECT word, clue, theme FROM words WHERE puzzle IS NULL"))

    def find(self, pattern, themes=None, without=()):
        fixed = [(i, c) for i, c in enumerate(pattern) if c != "?"]
        wanted = None if themes is None else {*themes}
        barred = {*without}
        with self.connect() as db:
            found = {
                free.word: (free.word, free.clue)
                for free in self._free(db)
                if len(free.word) == len(pattern)
                and all(free.word[i] == c for i, c in fixed)
                and (wanted is None or free.theme in wanted)
                and free.word not in barred
            }
        return [found[word] for word in sorted(found)]

    def counts(self, themes):
        with self.connect() as db:
            tally = Counter(free.theme for free in self._free(db))
        return {theme: tally[theme] for theme in themes}

    def reserve(self, words, puzzle):
        puzzle.encode("utf-8")
        asked = {*words}
        with self.connect() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                chosen = [(puzzle, free.word) for free in self._free(db) if free.word in asked]
                db.executemany("UPDATE words SET puzzle = ? WHERE word = ? AND puzzle IS NULL", chosen)
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")
        return len(chosen)
