"""The word store of a workshop in which crosswords are set."""
import sqlite3
import threading


def _fits(word, pattern):
    """Whether a word fits a gap; a question mark stands for any one character."""
    return len(word) == len(pattern) and all(p in ("?", c) for c, p in zip(word, pattern))


class WordStore:
    """All that setters type goes to SQLite as a parameter; lists, which can have any length,
    are put into temporary tables for the time of a call."""

    def __init__(self, db_path):
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(db_path, timeout=30, isolation_level=None,
                                           check_same_thread=False)
        self._connection.create_function("fits", 2, _fits, deterministic=True)
        self._connection.execute("CREATE TEMP TABLE wanted (value TEXT)")
        self._connection.execute("CREATE TEMP TABLE unwanted (value TEXT)")

    def _put(self, table, values):
        self._connection.executemany(f"INSERT INTO temp.{table} VALUES (?)",
                                     [(value,) for value in values])

    def _clear(self):
        self._connection.execute("DELETE FROM temp.wanted")
        self._connection.execute("DELETE FROM temp.unwanted")

    def find(self, pattern, themes=None, without=()):
        query = ("SELECT word, clue FROM words WHERE puzzle IS NULL AND fits(word, ?)"
                 " AND word NOT IN (SELECT value FROM temp.unwanted)")
        if themes is not None:
            query += " AND theme IN (SELECT value FROM temp.wanted)"
        with self._lock:
            self._put("wanted", themes or ())
            self._put("unwanted", without)
            rows = self._connection.execute(query + " ORDER BY word", (pattern,)).fetchall()
            self._clear()
        return rows

    def counts(self, themes):
        result = dict.fromkeys(themes, 0)
        with self._lock:
            self._put("wanted", result)
            rows = self._connection.execute(
                "SELECT theme, COUNT(*) FROM words WHERE puzzle IS NULL"
                " AND theme IN (SELECT value FROM temp.wanted) GROUP BY theme").fetchall()
            self._clear()
        result.update(rows)
        return result

    def reserve(self, words, puzzle):
        with self._lock:
            self._put("wanted", words)
            number = self._connection.execute(
                "UPDATE words SET puzzle = ? WHERE puzzle IS NULL"
                " AND word IN (SELECT value FROM temp.wanted)", (puzzle,)).rowcount
            self._clear()
        return number
