"""The word store: constant SQL; what setters type is only ever seen by functions that SQLite calls."""
import sqlite3


class _Session:
    """A connection for one call, with a function `typed` that answers for the lists of this call."""

    def __init__(self, path, **tests):
        self._db = sqlite3.connect(path)
        for name, test in tests.items():
            self._db.create_function(name, 1, test)

    def __enter__(self):
        return self._db

    def __exit__(self, kind, error, trace):
        if kind is None:
            self._db.commit()
        self._db.close()


def _pattern(pattern):
    marks = [(i, c) for i, c in enumerate(pattern) if c != "?"]
    return lambda word: word is not None and len(word) == len(pattern) and all(word[i] == c for i, c in marks)


def _among(strings):
    return frozenset(strings).__contains__


class _Tally:
    """An aggregate: which of the themes was seen how often."""
    themes = ()
    result = None

    def __init__(self):
        self.seen = dict.fromkeys(self.themes, 0)

    def step(self, theme):
        if theme in self.seen:
            self.seen[theme] += 1

    def finalize(self):
        type(self).result = self.seen
        return len(self.seen)


class WordStore:
    FIND = """SELECT word, clue FROM words
              WHERE puzzle IS NULL AND fits(word) AND themed(theme) AND NOT excluded(word) ORDER BY word"""
    COUNT = "SELECT tally(theme) FROM words WHERE puzzle IS NULL"
    RESERVE = "UPDATE words SET puzzle = ? WHERE puzzle IS NULL AND typed(word)"

    def __init__(self, db_path):
        self._path = db_path

    def find(self, pattern, themes=None, without=()):
        themed = (lambda theme: True) if themes is None else _among(themes)
        with _Session(self._path, fits=_pattern(pattern), themed=themed, excluded=_among(without)) as db:
            return [*db.execute(self.FIND)]

    def counts(self, themes):
        tally = type("tally", (_Tally,), {"themes": tuple(themes)})
        with _Session(self._path) as db:
            db.create_aggregate("tally", 1, tally)
            db.execute(self.COUNT).fetchall()
        return tally.result

    def reserve(self, words, puzzle):
        with _Session(self._path, typed=_among(words)) as db:
            return db.execute(self.RESERVE, [puzzle]).rowcount
