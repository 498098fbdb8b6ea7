"""The word store of a workshop in which crosswords are set."""
import json
import sqlite3
from contextlib import closing


def _fits(pattern, word):
    return len(pattern) == len(word) and all(
        sign == "?" or sign == letter for sign, letter in zip(pattern, word))


class WordStore:
    def __init__(self, db_path):
        self._path = db_path

    def _open(self):
        return closing(sqlite3.connect(self._path))

    # A list is bound as one parameter, a JSON text, so that its length does not matter.

    def find(self, pattern, themes=None, without=()):
        sql = """SELECT word, clue FROM words
                  WHERE puzzle IS NULL
                    AND (:themes IS NULL OR theme IN (SELECT value FROM json_each(:themes)))
                    AND word NOT IN (SELECT value FROM json_each(:without))
                  ORDER BY word"""
        values = {"themes": None if themes is None else json.dumps(list(themes)),
                  "without": json.dumps(list(without))}
        with self._open() as db:
            return [row for row in db.execute(sql, values) if _fits(pattern, row[0])]

    def counts(self, themes):
        sql = """SELECT theme, count(*) FROM words
                  WHERE puzzle IS NULL AND theme IN (SELECT value FROM json_each(?))
                  GROUP BY theme"""
        with self._open() as db:
            found = dict(db.execute(sql, (json.dumps(list(themes)),)))
        return {theme: found.get(theme, 0) for theme in themes}

    def reserve(self, words, puzzle):
        sql = """UPDATE words SET puzzle = ?
                  WHERE puzzle IS NULL AND word IN (SELECT value FROM json_each(?))"""
        with self._open() as db, db:
            return db.execute(sql, (puzzle, json.dumps(list(words)))).rowcount
