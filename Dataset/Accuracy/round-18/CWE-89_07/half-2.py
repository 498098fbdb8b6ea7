"""The word store of a workshop in which crosswords are set."""
import sqlite3
from contextlib import contextmanager

# Lists are handed to SQLite as one text, with the "unit separator" around each string.
SEPARATOR = "\x1f"


def pack(strings):
    return SEPARATOR + "".join(string + SEPARATOR for string in strings)


def listed(text, packed):
    return text is not None and SEPARATOR + text + SEPARATOR in packed


def fits(word, pattern):
    if len(word) != len(pattern):
        return False
    return all(p == "?" or p == w for w, p in zip(word, pattern))


class WordStore:
    def __init__(self, db_path):
        self.db_path = db_path

    @contextmanager
    def _db(self):
        db = sqlite3.connect(self.db_path)
        try:
            db.create_function("fits", 2, fits)
            db.create_function("listed", 2, listed)
            with db:
                yield db
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        sql = "SELECT word, clue FROM words WHERE puzzle IS NULL AND fits(word, ?) AND NOT listed(word, ?)"
        values = [pattern, pack(without)]
        if themes is not None:
            sql += " AND listed(theme, ?)"
            values.append(pack(themes))
        with self._db() as db:
            return db.execute(sql + " ORDER BY word", values).fetchall()

    def counts(self, themes):
        result = dict.fromkeys(themes, 0)
        with self._db() as db:
            for theme in result:
                row = db.execute("SELECT count(*) FROM words WHERE puzzle IS NULL AND theme = ?", (theme,))
                result[theme] = row.fetchone()[0]
        return result

    def reserve(self, words, puzzle):
        sql = "UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND listed(word, ?)"
        with self._db() as db:
            return db.execute(sql, (puzzle, pack(words))).rowcount
