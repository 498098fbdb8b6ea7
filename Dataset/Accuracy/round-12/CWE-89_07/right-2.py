"""right: the lists reach SQLite as functions of the connection, never as values of a statement."""
import re
import sqlite3
from contextlib import contextmanager


class WordStore:
    def __init__(self, db_path):
        self._path = db_path

    @contextmanager
    def _session(self, **tests):
        """A connection of this call's own, which knows some tests of a text or two."""
        db = sqlite3.connect(self._path, timeout=30)
        try:
            for name, test in tests.items():
                db.create_function(name, 1, test)
            with db:
                yield db
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        gap = re.compile("".join("." if c == "?" else re.escape(c) for c in pattern), re.DOTALL)
        barred = frozenset(without)
        tests = {
            "fits": lambda word: gap.fullmatch(word) is not None and word not in barred,
            "wanted": (lambda theme: True) if themes is None else frozenset(themes).__contains__,
        }
        with self._session(**tests) as db:
            return list(db.execute("""
                SELECT word, clue FROM words
                WHERE puzzle IS NULL AND fits(word) AND wanted(theme)
                ORDER BY word COLLATE BINARY"""))

    def counts(self, themes):
        numbers = {theme: 0 for theme in themes}

        class Tally:
            def step(self, theme):
                if theme in numbers:
                    numbers[theme] += 1

            def finalize(self):
                return len(numbers)

        with self._session() as db:
            db.create_aggregate("tally", 1, Tally)
            db.execute("SELECT tally(theme) FROM words WHERE puzzle IS NULL").fetchone()
        return numbers

    def reserve(self, words, puzzle):
        with self._session(listed=frozenset(words).__contains__) as db:
            cursor = db.execute(
                "UPDATE words SET puzzle = :puzzle WHERE puzzle IS NULL AND listed(word)",
                {"puzzle": puzzle})
            return cursor.rowcount
