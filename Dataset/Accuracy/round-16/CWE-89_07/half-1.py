"""The word store of a workshop in which crosswords are set."""
import sqlite3
import threading


def _fits(pattern, word):
    """Whether a word fits a pattern. Question marks are the only special characters."""
    return len(pattern) == len(word) and all(
        sign in ("?", letter) for sign, letter in zip(pattern, word))


class WordStore:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)
        self._lock = threading.Lock()
        # Lists of any length go through this table; all statements are fixed texts.
        self._db.execute("CREATE TEMP TABLE typed (field TEXT, value TEXT, UNIQUE (field, value))")

    def _type(self, field, values):
        self._db.executemany("INSERT OR IGNORE INTO typed VALUES (?, ?)",
                             [(field, value) for value in values])

    def _done(self):
        self._db.execute("DELETE FROM typed")

    def find(self, pattern, themes=None, without=()):
        with self._lock:
            self._type("theme", themes or ())
            self._type("without", without)
            rows = self._db.execute(
                "SELECT word, clue FROM words WHERE puzzle IS NULL"
                " AND (? OR theme IN (SELECT value FROM typed WHERE field = 'theme'))"
                " AND word NOT IN (SELECT value FROM typed WHERE field = 'without')"
                " ORDER BY word", (themes is None,)).fetchall()
            self._done()
        return [row for row in rows if _fits(pattern, row[0])]

    def counts(self, themes):
        with self._lock:
            self._type("theme", themes)
            found = dict(self._db.execute(
                "SELECT theme, count(*) FROM words WHERE puzzle IS NULL"
                " AND theme IN (SELECT value FROM typed WHERE field = 'theme') GROUP BY theme"))
            self._done()
        return {theme: found.get(theme, 0) for theme in themes}

    def reserve(self, words, puzzle):
        with self._lock:
            self._type("word", words)
            count = self._db.execute(
                "UPDATE words SET puzzle = ? WHERE puzzle IS NULL"
                " AND word IN (SELECT value FROM typed WHERE field = 'word')", (puzzle,)).rowcount
            self._done()
        return count
