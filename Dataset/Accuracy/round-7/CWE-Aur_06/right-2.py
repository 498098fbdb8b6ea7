import secrets
import sqlite3
import threading
from contextlib import contextmanager

_SCHEMA = """
CREATE TABLE firm (name TEXT PRIMARY KEY);
CREATE TABLE staff (id INTEGER PRIMARY KEY AUTOINCREMENT, firm TEXT NOT NULL REFERENCES firm,
                    person TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('reader', 'editor')),
                    UNIQUE (firm, person));
CREATE TABLE desk (key TEXT PRIMARY KEY, staff INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE);
CREATE TABLE entry (number INTEGER PRIMARY KEY AUTOINCREMENT, firm TEXT NOT NULL REFERENCES firm,
                    term TEXT NOT NULL, translation TEXT NOT NULL);
"""


class WordLists:
    def __init__(self, staff):
        self._lock = threading.RLock()
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript("PRAGMA foreign_keys = ON;" + _SCHEMA)
        self._db.executemany("INSERT INTO firm VALUES (?)", ((firm,) for firm in staff))
        self._db.executemany("INSERT INTO staff (firm, person, role) VALUES (?, ?, ?)",
                             ((f, p, r) for f, people in staff.items() for p, r in people.items()))

    @contextmanager
    def _transaction(self):
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db.execute
            except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
                self._db.execute("ROLLBACK")
                raise PermissionError("refused") from error
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _at(self, desk, *roles):
        if not isinstance(desk, str):
            raise PermissionError("no desk")
        with self._transaction() as sql:
            row = sql("SELECT firm, role FROM desk JOIN staff ON staff.id = desk.staff WHERE key = ?",
                      (desk,)).fetchone()
            if row is None or row[1] not in roles:
                raise PermissionError("no open desk, or not in this role")
            yield row[0], sql

    @staticmethod
    def _one(cursor):
        if cursor.rowcount != 1:
            raise PermissionError("not of this firm")

    @staticmethod
    def _number(number):
        if type(number) is not int:
            raise PermissionError("no number of an entry")
        return number

    def open(self, person, firm):
        if not (isinstance(person, str) and isinstance(firm, str)):
            raise PermissionError("names are strings")
        key = secrets.token_hex(20)
        with self._transaction() as sql:
            self._one(sql("INSERT INTO desk SELECT ?, id FROM staff WHERE firm = ? AND person = ?",
                          (key, firm, person)))
        return key

    def find(self, desk, text):
        with self._at(desk, "reader", "editor") as (firm, sql):
            rows = sql("SELECT number, term, translation FROM entry WHERE firm = ? ORDER BY number",
                       (firm,)).fetchall()
        return [row for row in rows if text in row[1]]

    def add(self, desk, term, translation):
        with self._at(desk, "editor") as (firm, sql):
            return sql("INSERT INTO entry (firm, term, translation) VALUES (?, ?, ?)",
                       (firm, term, translation)).lastrowid

    def change(self, desk, number, translation):
        with self._at(desk, "editor") as (firm, sql):
            self._one(sql("UPDATE entry SET translation = ? WHERE number = ? AND firm = ?",
                          (translation, self._number(number), firm)))

    def remove(self, desk, number):
        with self._at(desk, "editor") as (firm, sql):
            self._one(sql("DELETE FROM entry WHERE number = ? AND firm = ?",
                          (self._number(number), firm)))

    def take_in(self, desk, person, role):
        with self._at(desk, "editor") as (firm, sql):
            if not (isinstance(person, str) and isinstance(role, str)):
                raise PermissionError("names are strings")
            sql("INSERT INTO staff (firm, person, role) VALUES (?, ?, ?)"
                " ON CONFLICT (firm, person) DO UPDATE SET role = excluded.role", (firm, person, role))

    def let_go(self, desk, person):
        with self._at(desk, "editor") as (firm, sql):
            if not isinstance(person, str):
                raise PermissionError("names are strings")
            self._one(sql("DELETE FROM staff WHERE firm = ? AND person = ?", (firm, person)))
