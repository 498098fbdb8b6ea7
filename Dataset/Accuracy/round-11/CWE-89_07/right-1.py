"""The word store: the file is asked for free words only, all comparing is done here."""
import re
import sqlite3
from collections import Counter


class WordStore:
    def __init__(self, db_path):
        self.path = db_path

    def _free(self, db):
        yield from db.execute("SELECT word, clue, theme FROM words WHERE puzzle IS NULL ORDER BY word")

    def _ask(self, work):
        db = sqlite3.connect(self.path, isolation_level=None)
        try:
            db.execute("BEGIN IMMEDIATE" if work.__name__ == "change" else "BEGIN")
            result = work(db)
            db.execute("COMMIT")
            return result
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        fits = re.compile("".join("." if mark == "?" else re.escape(mark) for mark in pattern), re.DOTALL).fullmatch
        def look(db):
            return [(word, clue) for word, clue, theme in self._free(db)
                    if word is not None and fits(word) and word not in without
                    and (themes is None or theme in themes)]
        return self._ask(look)

    def counts(self, themes):
        def look(db):
            return Counter(theme for _, _, theme in self._free(db))
        found = self._ask(look)
        return {theme: found[theme] for theme in themes}

    def reserve(self, words, puzzle):
        def change(db):
            chosen = {word for word, _, _ in self._free(db)}.intersection(words)
            db.executemany("UPDATE words SET puzzle = :puzzle WHERE word = :word AND puzzle IS NULL",
                           ({"puzzle": puzzle, "word": word} for word in chosen))
            return len(chosen)
        return self._ask(change)
