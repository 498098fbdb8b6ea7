import json
import sqlite3
from contextlib import closing


ONE_OF = "IN (SELECT value FROM json_each(?))"


def like(pattern):
    """What `LIKE` takes for this pattern, with `!` before signs that are only themselves."""
    for sign in "!%_":
        pattern = pattern.replace(sign, "!" + sign)
    return pattern.replace("?", "_")


def listed(texts):
    """A list as one parameter; SQLite ends a text of JSON at a NUL, and no word or theme holds one."""
    return json.dumps([text for text in texts if "\0" not in text])


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
            query += f" AND theme {ONE_OF}"
            parameters.append(listed(themes))
        query += f" AND word NOT {ONE_OF} ORDER BY word"
        return self._run(query, [*parameters, listed(without)])

    def counts(self, themes):
        query = f"SELECT theme, count(*) FROM words WHERE puzzle IS NULL AND theme {ONE_OF} GROUP BY theme"
        return {**dict.fromkeys(themes, 0), **dict(self._run(query, [listed(themes)]))}

    def reserve(self, words, puzzle):
        statement = f"UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND word {ONE_OF}"
        return self._run(statement, [puzzle, listed(words)])
