import sqlite3


class WordStore:
    """The strings of lists lie in a table of their own while a call lasts, however many they are."""

    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, check_same_thread=False)
        self._db.create_function("fits", 2, self._fits, deterministic=True)
        self._db.execute("CREATE TEMP TABLE lists (name TEXT, text TEXT)")

    @staticmethod
    def _fits(pattern, word):
        return len(pattern) == len(word) and all(sign in ("?", letter) for sign, letter in zip(pattern, word))

    def _run(self, statement, parameters, **lists):
        for name, texts in lists.items():
            # A text that cannot be stored ends the call here, with the others in the table.
            self._db.executemany("INSERT INTO lists VALUES (?, ?)", [(name, text) for text in texts][::-1])
        cursor = self._db.execute(statement, parameters)
        found = cursor.fetchall() if cursor.description else cursor.rowcount
        self._db.execute("DELETE FROM lists")
        self._db.commit()
        return found

    def find(self, pattern, themes=None, without=()):
        query = "SELECT word, clue FROM words WHERE puzzle IS NULL AND fits(?, word)"
        query += " AND word NOT IN (SELECT text FROM lists WHERE name = 'without')"
        if themes is not None:
            query += " AND theme IN (SELECT text FROM lists WHERE name = 'themes')"
        return self._run(query + " ORDER BY word", (pattern,), without=without, themes=themes or ())

    def counts(self, themes):
        query = "SELECT theme, count(*) FROM words WHERE puzzle IS NULL AND theme IN (SELECT text FROM lists) GROUP BY theme"
        found = dict(self._run(query, (), themes=themes))
        return {theme: found.get(theme, 0) for theme in themes}

    def reserve(self, words, puzzle):
        statement = "UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND word IN (SELECT text FROM lists)"
        return self._run(statement, (puzzle,), words=words)
