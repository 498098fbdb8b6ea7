"""The word store of a workshop in which crosswords are set."""
import json
import sqlite3
from contextlib import closing


def _fits(word, pattern):
    """Whether a word fits a gap; a question mark stands for any one character."""
    return len(word) == len(pattern) and all(p in ("?", c) for c, p in zip(word, pattern))


class WordStore:
    """All that setters type goes to SQLite as a parameter; a list as one parameter, a JSON
    array, as a list can have more strings than a statement may have parameters."""

    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        connection = sqlite3.connect(self._path, timeout=30)
        connection.create_function("fits", 2, _fits, deterministic=True)
        return closing(connection)

    def find(self, pattern, themes=None, without=()):
        query = "SELECT word, clue FROM words WHERE puzzle IS NULL AND fits(word, ?)"
        values = [pattern]
        if themes is not None:
            query += " AND theme IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(list(themes)))
        if without:
            query += " AND word NOT IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(list(without)))
        with self._open() as connection:
            return connection.execute(query + " ORDER BY word", values).fetchall()

    def counts(self, themes):
        result = dict.fromkeys(themes, 0)
        with self._open() as connection:
            rows = connection.execute(
                "SELECT theme, COUNT(*) FROM words WHERE puzzle IS NULL"
                " AND theme IN (SELECT value FROM json_each(?)) GROUP BY theme",
                (json.dumps(list(result)),)).fetchall()
        for theme, number in rows:
            result[theme] = number
        return result

    def reserve(self, words, puzzle):
        with self._open() as connection, connection:
            return connection.execute(
                "UPDATE words SET puzzle = ? WHERE puzzle IS NULL"
                " AND word IN (SELECT value FROM json_each(?))",
                (puzzle, json.dumps(list(words)))).rowcount
