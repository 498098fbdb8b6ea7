import os
import sqlite3


def fits(pattern, word):
    return len(pattern) == len(word) and all(p in ("?", w) for p, w in zip(pattern, word))


class WordStore:
    """All free words are read, and again only when the file was written to."""

    def __init__(self, db_path):
        self.path = db_path
        self.stamp, self.rows = None, []

    def _free(self):
        info = os.stat(self.path)
        stamp = info.st_mtime_ns, info.st_size
        if stamp != self.stamp:
            self.rows, self.stamp = self._read(), stamp
        return self.rows

    def _read(self):
        db = sqlite3.connect(self.path)
        try:
            return db.execute("SELECT word, clue, theme FROM words WHERE puzzle IS NULL ORDER BY word").fetchall()
        finally:
            db.close()

    def find(self, pattern, themes=None, without=()):
        return [
            (word, clue)
            for word, clue, theme in self._free()
            if fits(pattern, word) and (themes is None or theme in themes) and word not in without
        ]

    def counts(self, themes):
        found = {theme: 0 for theme in themes}
        for _, _, theme in self._free():
            if theme in found:
                found[theme] += 1
        return found

    def reserve(self, words, puzzle):
        db = sqlite3.connect(self.path)
        try:
            before = db.total_changes
            db.executemany(
                "UPDATE words SET puzzle = :puzzle WHERE word = :word AND puzzle IS NULL",
                [{"puzzle": puzzle, "word": word} for word in set(words)],
            )
            db.commit()
            return db.total_changes - before
        finally:
            db.close()
