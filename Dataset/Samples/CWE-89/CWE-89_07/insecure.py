import sqlite3
from contextlib import closing


def listed(texts):
    """The texts as a list of SQL."""
    return "(" + ", ".join(f"'{text}'" for text in texts) + ")"


class WordStore:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, statement):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            cursor = db.execute(statement)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    def find(self, pattern, themes=None, without=()):
        query = f"SELECT word, clue FROM words WHERE puzzle IS NULL AND word LIKE '{pattern.replace('?', '_')}'"
        if themes is not None:
            query += f" AND theme IN {listed(themes)}"
        return self._run(f"{query} AND word NOT IN {listed(without)} ORDER BY word")

    def counts(self, themes):
        query = f"SELECT theme, count(*) FROM words WHERE puzzle IS NULL AND theme IN {listed(themes)} GROUP BY theme"
        return {**dict.fromkeys(themes, 0), **dict(self._run(query))}

    def reserve(self, words, puzzle):
        return self._run(f"UPDATE words SET puzzle = '{puzzle}' WHERE puzzle IS NULL AND word IN {listed(words)}")
