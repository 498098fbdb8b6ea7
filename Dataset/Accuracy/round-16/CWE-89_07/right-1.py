"""The word store of a workshop in which crosswords are set.

SQLite only hands out all free words and takes reservations of rows by their number;
whatever a setter types is compared in Python."""
import sqlite3
from collections import Counter, namedtuple
from contextlib import contextmanager
from itertools import starmap
from operator import attrgetter

Free = namedtuple("Free", "row word clue theme")


class Pattern(str):
    def __contains__(self, word):
        return len(self) == len(word) and all(starmap(self._same, zip(self, word)))

    @staticmethod
    def _same(sign, letter):
        return sign in {"?", letter}


class WordStore:
    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def _step(self, kind):
        db = sqlite3.connect(self.db_path, isolation_level=None, timeout=30)
        try:
            db.execute("BEGIN IMMEDIATE" if kind == "write" else "BEGIN")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")
        finally:
            db.close()

    @staticmethod
    def _free(db):
        rows = db.execute("SELECT rowid, word, clue, theme FROM words WHERE puzzle IS NULL AND word IS NOT NULL")
        return [Free(*row) for row in rows]

    def find(self, pattern, themes=None, without=()):
        fitting, unwanted = Pattern(pattern), frozenset(without)
        wanted = None if themes is None else frozenset(themes)
        with self._step("read") as db:
            free = self._free(db)
        chosen = (each for each in free
                  if each.word in fitting and each.word not in unwanted
                  and (wanted is None or each.theme in wanted))
        return [(each.word, each.clue) for each in sorted(chosen, key=attrgetter("word"))]

    def counts(self, themes):
        with self._step("read") as db:
            tally = Counter(each.theme for each in self._free(db))
        return {theme: tally[theme] for theme in themes}

    def reserve(self, words, puzzle):
        typed = frozenset(words)
        with self._step("write") as db:
            rows = [each.row for each in self._free(db) if each.word in typed]
            for row in rows:
                db.execute("UPDATE words SET puzzle = ? WHERE rowid = ?", (puzzle, row))
        return len(rows)
