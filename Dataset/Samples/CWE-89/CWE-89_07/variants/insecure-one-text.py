import sqlite3
from contextlib import closing


def joined(texts):
    """The texts as one, in which each stands between commas."""
    return "".join(f",{text}" for text in texts) + ","


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
        query = "SELECT word, clue FROM words WHERE puzzle IS NULL AND word LIKE ? ESCAPE '!'"
        parameters = [like(pattern)]
        if themes is not None:
            query += " AND instr(?, ',' || theme || ',')"
            parameters.append(joined(themes))
        query += " AND NOT instr(?, ',' || word || ',') ORDER BY word"
        return self._run(query, [*parameters, joined(without)])

    def counts(self, themes):
        query = "SELECT theme, count(*) FROM words WHERE puzzle IS NULL AND instr(?, ',' || theme || ',') GROUP BY theme"
        return {**dict.fromkeys(themes, 0), **dict(self._run(query, [joined(themes)]))}

    def reserve(self, words, puzzle):
        statement = "UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND instr(?, ',' || word || ',')"
        return self._run(statement, [puzzle, joined(words)])
