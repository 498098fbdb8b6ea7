"""The word store of a workshop in which crosswords are set."""

import sqlite3
import threading


def _fits(pattern, word):
    """The test of `find`, for SQLite: no LIKE, no GLOB, and no characters of theirs."""
    return len(pattern) == len(word) and all(p in ("?", w) for p, w in zip(pattern, word))


class WordStore:
    """Lists can be longer than the parameters that a statement may have. So they
    are put into a table of the connection's own, string by string, and compared
    with it there.
    """

    def __init__(self, db_path):
        self._lock = threading.RLock()
        self._db = sqlite3.connect(db_path, check_same_thread=False)
        self._db.create_function("fits", 2, _fits, deterministic=True)
        self._db.execute("CREATE TEMP TABLE typed (list TEXT, string TEXT, PRIMARY KEY (list, string))")
        self._db.commit()

    def _put(self, name, strings):
        self._db.executemany(
            "INSERT OR IGNORE INTO typed VALUES (?, ?)", ((name, string) for string in strings))

    def _done(self):
        self._db.execute("DELETE FROM typed")
        self._db.commit()

    def find(self, pattern, themes=None, without=()):
        with self._lock:
            query = """
                SELECT word, clue FROM words
                WHERE puzzle IS NULL AND fits(?, word)
                AND word NOT IN (SELECT string FROM typed WHERE list = 'without')"""
            self._put("without", without)
            if themes is not None:
                self._put("themes", themes)
                query += " AND theme IN (SELECT string FROM typed WHERE list = 'themes')"
            found = self._db.execute(query + " ORDER BY word", (pattern,)).fetchall()
            self._done()
            return found

    def counts(self, themes):
        with self._lock:
            self._put("themes", themes)
            found = dict(self._db.execute("""
                SELECT string, count(word) FROM typed LEFT JOIN words
                ON theme = string AND puzzle IS NULL
                WHERE list = 'themes' GROUP BY string"""))
            self._done()
            return {theme: found[theme] for theme in themes}

    def reserve(self, words, puzzle):
        with self._lock:
            self._put("words", words)
            reserved = self._db.execute("""
                UPDATE words SET puzzle = ?
                WHERE puzzle IS NULL
                AND word IN (SELECT string FROM typed WHERE list = 'words')""", (puzzle,)).rowcount
            self._done()
            return reserved
