"""Whoever tells what was not stored because somebody else had the database is found; whoever waits or raises is not."""

import sqlite3
import unittest

import fakes

from probes import busy

SOURCE = """
import sqlite3, time
from contextlib import closing
from sqlite3 import connect
def take(path, timeout=30, tries=1, forgives=False, again=False):
    with closing(connect(path, timeout=timeout, isolation_level=None)) as db:
        return taken(db, tries, forgives, again)
def taken(db, tries, forgives, again):
    while True:
        try:
            db.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError:
            if not again: raise
            time.sleep(5)
    db.execute("UPDATE seats SET taken = 1")
    for _ in range(tries):
        try:
            db.execute("COMMIT")
            break
        except sqlite3.OperationalError:
            if not again and not forgives: raise
            time.sleep(5)
    return True
"""


class Busy(fakes.ProbeTest):
    def taken(self, others, **how) -> tuple[object, object]:
        fakes.load(SOURCE)
        path = fakes.harness.box.path("seats.db")
        fakes.harness.box.remove("seats.db")
        with sqlite3.connect(path) as db:
            db.executescript("CREATE TABLE seats (taken); INSERT INTO seats VALUES (0)")
        db.close()
        told, _ = busy.call("solution.take(path, **how)", path, others, after="None", path=path, how=how)
        db = sqlite3.connect(path)
        (stored,) = db.execute("SELECT taken FROM seats").fetchone()
        db.close()
        return told.value, stored

    def test_a_commit_that_is_given_up_shows(self) -> None:
        self.assertEqual(self.taken(busy.READER, tries=3, forgives=True), (True, 0))

    def test_what_raises_has_told_nothing(self) -> None:
        self.assertEqual(self.taken(busy.READER), (None, 0))
        self.assertEqual(self.taken(busy.WRITER), (None, 0))

    def test_what_goes_on_asking_gets_through(self) -> None:
        self.assertEqual(self.taken(busy.READER, tries=10_000, again=True), (True, 1))
        self.assertEqual(self.taken(busy.WRITER, tries=10_000, again=True), (True, 1))


if __name__ == "__main__":
    unittest.main()
