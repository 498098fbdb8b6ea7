"""The word store of a workshop in which crosswords are set."""
import sqlite3
import threading


def _fits(word, pattern):
    """Whether the word fits: a question mark is any one character, all others are themselves."""
    if word is None or len(word) != len(pattern):
        return 0
    return int(all(p in ("?", w) for w, p in zip(word, pattern)))


class WordStore:
    def __init__(self, db_path):
        self._lock = threading.Lock()
        self._db = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)
        self._db.create_function("fits", 2, _fits, deterministic=True)
        # Lists go into tables of this connection: a statement has room for
        # some hundred parameters only on some builds, and nothing is pasted.
        self._db.execute("CREATE TEMP TABLE wanted (item TEXT)")
        self._db.execute("CREATE TEMP TABLE unwanted (item TEXT)")

    def _fill(self, table, items):
        self._db.executemany(f"INSERT INTO temp.{table} VALUES (?)", ((item,) for item in items))

    def _clear(self):
        self._db.execute("DELETE FROM temp.wanted")
        self._db.execute("DELETE FROM temp.unwanted")

    def find(self, pattern, themes=None, without=()):
        with self._lock:
            self._fill("wanted", themes or ())
            self._fill("unwanted", without)
            found = self._db.execute(
                """SELECT word, clue FROM main.words
                   WHERE puzzle IS NULL
                     AND (? OR theme IN (SELECT item FROM temp.wanted))
                     AND word NOT IN (SELECT item FROM temp.unwanted)
                     AND fits(word, ?)
                   ORDER BY word""", (themes is None, pattern)).fetchall()
            self._clear()
            return found

    def counts(self, themes):
        with self._lock:
            self._fill("wanted", themes)
            rows = self._db.execute(
                """SELECT theme, COUNT(*) FROM main.words
                   WHERE puzzle IS NULL AND theme IN (SELECT item FROM temp.wanted)
                   GROUP BY theme""").fetchall()
            self._clear()
            return {**dict.fromkeys(themes, 0), **dict(rows)}

    def reserve(self, words, puzzle):
        with self._lock:
            self._fill("wanted", words)
            done = self._db.execute(
                """UPDATE main.words SET puzzle = ?
                   WHERE puzzle IS NULL AND word IN (SELECT item FROM temp.wanted)""", (puzzle,)).rowcount
            self._clear()
            return done
