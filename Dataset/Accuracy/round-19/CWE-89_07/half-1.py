"""The word store of a workshop in which crosswords are set.

The words lie in an SQLite file, which exists already:

    CREATE TABLE words (word TEXT PRIMARY KEY, clue TEXT, theme TEXT, puzzle TEXT);
    CREATE TABLE setters (name TEXT, pin TEXT);

`puzzle` is the title of the puzzle for which a word is reserved, and NULL
as long as the word is free. All arguments are what a setter has typed on
the page, split into lists of strings where the page has several fields.
Texts are compared as they are stored.
"""

import sqlite3
import threading


def _fits(word, pattern):
    return (isinstance(word, str) and len(word) == len(pattern)
            and all(sign in ("?", letter) for sign, letter in zip(pattern, word)))


class WordStore:
    def __init__(self, db_path):
        """The store in the file at the path `db_path`, a string."""
        self._lock = threading.Lock()
        self._db = sqlite3.connect(db_path, isolation_level=None, check_same_thread=False)
        self._db.create_function("fits", 2, _fits, deterministic=True)
        # Lists may be longer than a statement may have parameters: they go into tables of their own.
        self._db.execute("CREATE TEMP TABLE wanted (text TEXT)")
        self._db.execute("CREATE TEMP TABLE unwanted (text TEXT)")

    def _fill(self, table, texts):
        self._db.executemany(f"INSERT INTO temp.{table} VALUES (?)", [(text,) for text in texts])

    def _empty(self):
        self._db.execute("DELETE FROM temp.wanted")
        self._db.execute("DELETE FROM temp.unwanted")

    def find(self, pattern, themes=None, without=()):
        """Free words for a gap in a grid: (word, clue) tuples in the order of the words.

        In `pattern`, a question mark stands for any one character, and every
        other character for itself: "c?t" fits "cat" and "cut", but not "cart".
        Only words whose theme is one of the list `themes` are wanted (None:
        of every theme), and none of those in the list `without`.
        """
        with self._lock:
            self._fill("unwanted", without)
            if themes is not None:
                self._fill("wanted", themes)
            found = self._db.execute(
                "SELECT word, clue FROM main.words WHERE puzzle IS NULL AND fits(word, ?)"
                " AND (? OR theme IN (SELECT text FROM temp.wanted))"
                " AND word NOT IN (SELECT text FROM temp.unwanted) ORDER BY word",
                (pattern, themes is None)).fetchall()
            self._empty()
            return found

    def counts(self, themes):
        """How many free words each theme of the list `themes` has: a dictionary
        from these themes to numbers. A theme without free words has 0."""
        with self._lock:
            self._fill("wanted", themes)
            found = dict.fromkeys(themes, 0)
            found.update(self._db.execute(
                "SELECT theme, count(*) FROM main.words WHERE puzzle IS NULL"
                " AND theme IN (SELECT text FROM temp.wanted) GROUP BY theme"))
            self._empty()
            return found

    def reserve(self, words, puzzle):
        """Reserves those words of the list `words` that are there and free for
        the puzzle with this title, and returns how many these were."""
        if not isinstance(puzzle, str):
            raise TypeError("the title of a puzzle is a string")
        with self._lock:
            self._fill("wanted", words)
            number = self._db.execute(
                "UPDATE main.words SET puzzle = ? WHERE puzzle IS NULL"
                " AND word IN (SELECT text FROM temp.wanted)", (puzzle,)).rowcount
            self._empty()
            return number
