"""The word store of a workshop in which crosswords are set.

Lists go into a temporary table, row by row, so that they may be of any length.
"""
import sqlite3
from contextlib import contextmanager


def _fits(pattern, word):
    return len(word) == len(pattern) and all(mark in ("?", char) for mark, char in zip(pattern, word))


class WordStore:
    def __init__(self, db_path):
        self._db_path = db_path

    @contextmanager
    def _session(self, **lists):
        """A connection that has temporary tables with these lists, which go when it is closed."""
        db = sqlite3.connect(self._db_path)
        try:
            db.create_function("fits", 2, _fits, deterministic=True)
            db.executescript("""
                CREATE TEMP TABLE typed_themes (place INTEGER PRIMARY KEY, value STRING);
                CREATE TEMP TABLE typed_words (place INTEGER PRIMARY KEY, value STRING);
            """)
            db.executemany("INSERT INTO typed_themes VALUES (?, ?)", enumerate(lists.get("themes") or ()))
            db.executemany("INSERT INTO typed_words VALUES (?, ?)", enumerate(lists.get("words") or ()))
            with db:
                yield db
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        with self._session(themes=themes, words=without) as db:
            return db.execute("""
                SELECT word, clue FROM words
                WHERE puzzle IS NULL AND fits(?, word)
                  AND (? OR EXISTS (SELECT 1 FROM typed_themes WHERE value = theme))
                  AND NOT EXISTS (SELECT 1 FROM typed_words WHERE value = word)
                ORDER BY word""", (pattern, themes is None)).fetchall()

    def counts(self, themes):
        themes = list(themes)
        with self._session(themes=themes) as db:
            rows = db.execute("""
                SELECT place, (SELECT count(*) FROM words WHERE theme = value AND puzzle IS NULL)
                FROM typed_themes""")
            return {themes[place]: number for place, number in rows}

    def reserve(self, words, puzzle):
        with self._session(words=words) as db:
            return db.execute("""
                UPDATE words SET puzzle = ?
                WHERE puzzle IS NULL AND EXISTS (SELECT 1 FROM typed_words WHERE value = word)""",
                (puzzle,)).rowcount
