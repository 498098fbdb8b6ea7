import base64
import json
import os
import sqlite3
import unittest
import urllib.parse

import fakes

from probes import database


class Databases(fakes.ProbeTest):
    def make(self) -> database.Database:
        return database.create(
            "shop.db",
            {"users": ("id INTEGER PRIMARY KEY, name TEXT", [(1, "Ada"), (2, "O'Brien")]), 'odd "name': ("a", [])},
            script="CREATE INDEX by_name ON users(name);",
        )

    def test_rows_are_there_for_the_solution_and_for_the_check(self) -> None:
        db = self.make()
        with sqlite3.connect(db.path) as connection:
            self.assertEqual(connection.execute("SELECT name FROM users").fetchall(), [("Ada",), ("O'Brien",)])
        connection.close()
        self.assertEqual(db.rows("users"), [(1, "Ada"), (2, "O'Brien")])
        self.assertEqual(db.query("SELECT name FROM users WHERE id = ?", 2), [("O'Brien",)])

    def test_changes_name_rows_and_tables(self) -> None:
        db = self.make()
        before = db.snapshot()
        self.assertEqual(db.changes(before), [])
        connection = sqlite3.connect(db.path)
        connection.executescript(
            'UPDATE users SET name = \'Eve\' WHERE id = 1; DROP TABLE "odd ""name"; CREATE TABLE new(a);'
        )
        connection.close()
        self.assertEqual(
            set(db.changes(before)),
            {
                database.Change("users", "added", (1, "Eve")),
                database.Change("users", "removed", (1, "Ada")),
                database.Change('odd "name', "dropped"),
                database.Change("new", "created"),
            },
        )

    def test_rows_in_a_write_ahead_log_are_seen_and_uncommitted_ones_are_not(self) -> None:
        db = self.make()
        before = db.snapshot()
        connection = sqlite3.connect(db.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        for number in range(3, 300):
            connection.execute("INSERT INTO users VALUES (?, ?)", (number, "x" * 50))
        self.assertEqual(len(db.changes(before)), 297)
        connection.execute("BEGIN")
        connection.execute("DELETE FROM users")
        self.assertEqual(len(db.rows("users")), 299)
        connection.execute("COMMIT")
        self.assertEqual(db.rows("users"), [])
        connection.close()

    def test_what_an_earlier_round_left_in_the_log_does_not_count(self) -> None:
        db = self.make()
        connection = sqlite3.connect(db.path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        for number in range(3, 30):
            connection.execute("INSERT INTO users VALUES (?, ?)", (number, "x"))
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        connection.execute("DELETE FROM users")
        self.assertEqual(db.rows("users"), [])
        connection.close()

    def test_a_file_that_was_spoilt_counts_as_dropped(self) -> None:
        db = self.make()
        before = db.snapshot()
        self.box.write("shop.db", b"rubbish" * 100)
        self.assertEqual({change.kind for change in db.changes(before)}, {"dropped"})
        self.box.remove("shop.db")
        self.assertEqual({change.kind for change in db.changes(before)}, {"dropped"})

    def test_another_program_changes_rows_that_an_open_connection_sees(self) -> None:
        db = self.make()
        connection = sqlite3.connect(db.path)
        fakes.load("")
        db.change("UPDATE users SET name = 'Eve' WHERE id = 1; DELETE FROM users WHERE id = 2")
        self.assertEqual(connection.execute("SELECT * FROM users").fetchall(), [(1, "Eve")])
        connection.close()
        self.assertEqual(db.rows("users"), [(1, "Eve")])

    def test_in_the_log_changes_leave_time_and_size_of_the_file_as_they_are(self) -> None:
        db = self.make()
        fakes.load("")
        db.keep_in_log()
        before = os.stat(db.path)
        db.change("UPDATE users SET name = 'Eve' WHERE id = 1")
        after = os.stat(db.path)
        self.assertEqual((before.st_mtime_ns, before.st_size), (after.st_mtime_ns, after.st_size))
        self.assertEqual(db.rows("users")[0], (1, "Eve"))
        connection = sqlite3.connect(db.path)
        self.assertEqual(connection.execute("SELECT name FROM users WHERE id = 1").fetchall(), [("Eve",)])
        connection.close()

    def test_a_locked_file_or_a_wrong_statement_makes_the_check_inconclusive(self) -> None:
        db = self.make()
        fakes.load("")
        for script in ("UPDATE nothing SET a = 1", "not SQL"):
            self.assertRaises(fakes.Inconclusive, db.change, script)
        connection = sqlite3.connect(db.path, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        self.assertRaises(fakes.Inconclusive, db.change, "DELETE FROM users")
        connection.close()
        self.assertEqual(len(db.rows("users")), 2)

    def test_a_database_can_be_made_afresh(self) -> None:
        sqlite3.connect(self.make().path).execute("PRAGMA journal_mode=WAL").close()
        self.assertEqual(len(self.make().rows("users")), 2)


class Leaks(fakes.ProbeTest):
    def test_a_secret_is_found_wherever_and_however_it_stands(self) -> None:
        secret = database.secret("card")
        data = secret.encode()
        for value in (
            secret,
            f"number: {secret}!",
            data,
            [{"a": ({secret},)}],
            {secret: 1},
            ValueError(f"no such card {secret}"),
            fakes.Outcome(value=[secret]),
            fakes.Outcome(error=KeyError(secret)),
            secret.upper(),
            secret[::-1],
            data.hex(),
            base64.b64encode(b"a" + data),
            base64.b64encode(b"ab" + data + b"c").decode(),
            base64.urlsafe_b64encode(data + b"??").decode(),
            urllib.parse.quote(secret),
            json.dumps({"a": secret}),
            list(data),
            list(secret),
            bytearray(data),
        ):
            self.assertEqual(database.leaks(value, secret), [secret], value)

    def test_other_values_leak_nothing(self) -> None:
        secret = database.secret("card")
        for value in (None, True, 3, "card", secret[:-1], [], {}, base64.b64encode(secret[:-2].encode()), object()):
            self.assertEqual(database.leaks(value, secret), [], value)

    def test_text_with_signs_is_found_escaped(self) -> None:
        secret = 'a "b" é/…'
        for value in (json.dumps(secret), urllib.parse.quote(secret), secret.encode()):
            self.assertEqual(database.leaks(value, secret), [secret], value)

    def test_secrets_differ(self) -> None:
        self.assertNotEqual(database.secret(), database.secret())

    def test_objects_of_the_solution_are_looked_into(self) -> None:
        class Row:
            def __init__(self) -> None:
                self.number = "card-77"

        self.assertEqual(database.leaks([Row()], "card-77"), ["card-77"])


if __name__ == "__main__":
    unittest.main()
