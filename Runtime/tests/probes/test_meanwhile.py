"""Who reads, works out what is to be written, and writes it, loses what others have written in between; a transaction or one statement does not."""

import unittest

import fakes

from probes import database

SOURCE = """
import sqlite3
from sqlite3 import connect
from contextlib import closing
def add(path, word):
    {body}
"""
READ, WRITE = "old = db.execute('SELECT words FROM cards').fetchone()[0]", "db.execute('UPDATE cards SET words = ?', (old + ' ' + word,))"
LOSING = (
    f"with closing(sqlite3.connect(path)) as db:; {READ}; {WRITE}; db.commit()",
    f"with closing(connect(path)) as db, db:; {READ}; {WRITE}",
    f"db = sqlite3.connect(path, isolation_level=None); {READ}; {WRITE}",
    f"db = sqlite3.connect(path); {READ}; db.close(); db = sqlite3.connect(path); {WRITE}; db.commit(); db.close()",
    f"db = sqlite3.connect(path); {READ}; db.execute('BEGIN IMMEDIATE'); {WRITE}; db.commit()",
    f"db = sqlite3.connect(path); {READ}; db.execute('DELETE FROM cards'); db.execute('INSERT INTO cards VALUES (?)', (old + ' ' + word,)); db.commit()",
    f"db = sqlite3.connect(path); {READ}; db.executescript('BEGIN;DELETE FROM cards;COMMIT'); db.execute('INSERT INTO cards VALUES (?)', (old + ' ' + word,)); db.commit()",
)
SOUND = (
    f"with closing(sqlite3.connect(path)) as db:; db.execute('BEGIN IMMEDIATE'); {READ}; {WRITE}; db.commit()",
    f"with closing(sqlite3.connect(path, isolation_level='EXCLUSIVE')) as db:; db.execute('BEGIN EXCLUSIVE'); {READ}; {WRITE}; db.commit()",
    f"with closing(sqlite3.connect(path)) as db:; db.execute('BEGIN'); {READ}; {WRITE}; db.commit()",
    "db = sqlite3.connect(path); db.execute(\"UPDATE cards SET words = words || ' ' || ?\", (word,)); db.commit(); db.close()",
    f"db = sqlite3.connect(path); {READ}; db.execute('UPDATE cards SET words = ? WHERE words = ?', (old + ' ' + word, old)); db.commit(); db.close()",
)


class Meanwhile(fakes.ProbeTest):
    def loses(self, body: str) -> bool:
        fakes.load(SOURCE.format(body=body.replace("db:; ", "db:\n        ").replace("db, db:; ", "db, db:\n        ").replace("; ", "\n        " if body.startswith("with") else "\n    ")))
        lost, number, count = False, 0, 1
        while number < count:
            db = database.create("cards.db", {"cards": ("words TEXT", [("one",)])})
            count, written = db.change_meanwhile(number, "solution.add(path, 'mine')", "UPDATE cards SET words = words || ' theirs'")
            lost = lost or written and "theirs" not in db.rows("cards")[0][0]
            number += 1
        self.assertGreater(count, 0, body)
        return lost

    def test_who_writes_what_was_read_before_is_found(self) -> None:
        for body in LOSING:
            self.assertTrue(self.loses(body), body)

    def test_who_locks_or_changes_in_place_is_not(self) -> None:
        for body in SOUND:
            self.assertFalse(self.loses(body), body)


if __name__ == "__main__":
    unittest.main()
