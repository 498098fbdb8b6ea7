"""The word store: SQL with constant texts only; all comparing is done in Python, over a stream of free words."""
import sqlite3
from collections import Counter
from operator import itemgetter


class Pattern:
    """Any-one-character question marks, and everything else for itself."""

    def __init__(self, text):
        self._size = len(text)
        self._fixed = [(place, sign) for place, sign in enumerate(text) if sign != "?"]

    def __contains__(self, word):
        return len(word) == self._size and not any(word[place] != sign for place, sign in self._fixed)


class Everything:
    def __contains__(self, _):
        return True


class WordStore:
    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        return sqlite3.connect(self._path, isolation_level=None, timeout=15)

    def _free(self):
        db = self._open()
        try:
            yield from db.execute("SELECT word, clue, theme FROM words WHERE puzzle IS NULL AND word IS NOT NULL")
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        wanted = Everything() if themes is None else frozenset(themes)
        unwanted, gap = frozenset(without), Pattern(pattern)
        found = [
            (word, clue)
            for word, clue, theme in self._free()
            if word in gap and theme in wanted and word not in unwanted
        ]
        return sorted(found, key=itemgetter(0))

    def counts(self, themes):
        tally = Counter(theme for *_, theme in self._free())
        return {theme: tally[theme] for theme in themes}

    def reserve(self, words, puzzle):
        wanted = set(words)
        db = self._open()
        try:
            db.execute("BEGIN IMMEDIATE")
            rows = db.execute("SELECT rowid, word FROM words WHERE puzzle IS NULL").fetchall()
            places = [(puzzle, rowid) for rowid, word in rows if word in wanted]
            db.executemany("UPDATE words SET puzzle = ? WHERE rowid = ?", places)
            db.execute("COMMIT")
            return len(places)
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        finally:
            db.close()
