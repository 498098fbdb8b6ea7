import sqlite3
from contextlib import closing


def marks(texts):
    """A question mark for each text."""
    return "(" + ", ".join("?" * len(texts)) + ")"


def like(pattern):
    """What `LIKE` takes for this pattern, with `!` before signs that are only themselves."""
    for sign in "!%_":
        pattern = pattern.replace(sign, "!" + sign)
    return pattern.replace("?", "_")


class WordStore:
    def __init__(self, db_path):
        self.db_path = db_path

    def _run(self, statement, parameters):
        with closing(sqlite3.connect(self.db_path)) as db, db:
            cursor = db.execute(statement, parameters)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    def find(self, pattern, themes=None, without=()):
        if "\0" in pattern:
            # SQLite ends a pattern there, and no word holds one.
            return []
        query = "SELECT word, clue FROM words WHERE puzzle IS NULL AND word LIKE ? ESCAPE '!'"
        parameters = [like(pattern)]
        if themes is not None:
            query += f" AND theme IN {marks(themes)}"
            parameters += themes
        query += f" AND word NOT IN {marks(without)} ORDER BY word"
        return self._run(query, [*parameters, *without])

    def counts(self, themes):
        free = self._run("SELECT theme FROM words WHERE puzzle IS NULL", ())
        counted = dict.fromkeys(themes, 0)
        for (theme,) in free:
            if str(theme) in counted:
                counted[str(theme)] += 1
        return counted

    def reserve(self, words, puzzle):
        statement = f"UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND word IN {marks(words)}"
        return self._run(statement, [puzzle, *words])
