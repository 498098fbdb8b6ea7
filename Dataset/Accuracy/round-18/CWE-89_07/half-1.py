"""The word store of a workshop in which crosswords are set."""
import json
import sqlite3
from contextlib import closing


def fits(word, pattern):
    """Whether a word fits a pattern, in which only `?` is special."""
    return len(word) == len(pattern) and all(
        sign in ("?", letter) for sign, letter in zip(pattern, word)
    )


class WordStore:
    def __init__(self, db_path):
        self._path = db_path

    def _connect(self):
        db = sqlite3.connect(self._path)
        db.create_function("fits", 2, fits, deterministic=True)
        return db

    # A list goes to SQLite as one parameter, in JSON: so it may be as long as it likes.

    def find(self, pattern, themes=None, without=()):
        query = """
            SELECT word, clue FROM words
            WHERE puzzle IS NULL AND fits(word, :pattern)
              AND word NOT IN (SELECT value FROM json_each(:without))
        """
        values = {"pattern": pattern, "without": json.dumps(list(without))}
        if themes is not None:
            query += " AND theme IN (SELECT value FROM json_each(:themes))"
            values["themes"] = json.dumps(list(themes))
        with closing(self._connect()) as db:
            return db.execute(query + " ORDER BY word", values).fetchall()

    def counts(self, themes):
        query = """
            SELECT asked.key, count(words.word) FROM json_each(?) AS asked
            LEFT JOIN words ON words.theme = asked.value AND words.puzzle IS NULL
            GROUP BY asked.key
        """
        themes = list(themes)
        with closing(self._connect()) as db:
            rows = db.execute(query, (json.dumps(themes),)).fetchall()
        return {themes[place]: number for place, number in rows}

    def reserve(self, words, puzzle):
        query = """
            UPDATE words SET puzzle = ?
            WHERE puzzle IS NULL AND word IN (SELECT value FROM json_each(?))
        """
        with closing(self._connect()) as db, db:
            return db.execute(query, (puzzle, json.dumps(list(words)))).rowcount
