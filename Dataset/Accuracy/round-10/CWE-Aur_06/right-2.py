"""The lists as four relations in an SQLite database in memory; the rules are in its keys (a desk hangs on the
employment, and goes with it)."""
import functools
import inspect
import secrets
import sqlite3
import threading

_SCHEMA = """
PRAGMA foreign_keys = ON;
CREATE TABLE firm (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, firm INTEGER NOT NULL REFERENCES firm, person TEXT NOT NULL,
                  role TEXT NOT NULL CHECK (role IN ('reader', 'editor')), UNIQUE (firm, person));
CREATE TABLE desk (key TEXT PRIMARY KEY, job INTEGER NOT NULL REFERENCES job ON DELETE CASCADE);
CREATE TABLE entry (number INTEGER PRIMARY KEY AUTOINCREMENT, firm INTEGER NOT NULL REFERENCES firm,
                    term TEXT NOT NULL, translation TEXT NOT NULL);
"""


class Refused(PermissionError):
    pass


def _at_a_desk(*roles):
    def decorate(method):
        signature = inspect.signature(method)

        @functools.wraps(method)
        def guarded(self, desk, *args, **kwargs):
            signature.bind(self, desk, *args, **kwargs)
            with self._lock, self._db:
                found = isinstance(desk, str) and self._db.execute(
                    "SELECT job.firm, job.role FROM desk JOIN job ON job.id = desk.job WHERE desk.key = ?",
                    (desk.encode("utf-8", "replace").decode(),)).fetchone()
                if not found or found[1] not in roles:
                    raise Refused(method.__name__)
                return method(self, found[0], *args, **kwargs)
        return guarded
    return decorate


_look, _edit = _at_a_desk("reader", "editor"), _at_a_desk("editor")


def _number(value):
    if type(value) is not int or not 0 < value < 2 ** 63:
        raise Refused(f"entry {value!r}")
    return value


class WordLists:
    def __init__(self, staff):
        self._lock = threading.RLock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.executescript(_SCHEMA)
        with self._db:
            for name, people in staff.items():
                firm = self._db.execute("INSERT INTO firm (name) VALUES (?)", (name,)).lastrowid
                self._db.executemany("INSERT INTO job (firm, person, role) VALUES (?, ?, ?)",
                                     [(firm, person, role) for person, role in people.items()])

    def open(self, person, firm):
        if not (isinstance(person, str) and isinstance(firm, str)):
            raise Refused("open")
        key = secrets.token_urlsafe(21)
        with self._lock, self._db:
            made = self._db.execute(
                "INSERT INTO desk SELECT ?, job.id FROM job JOIN firm ON firm.id = job.firm"
                " WHERE job.person = ? AND firm.name = ?", (key, person, firm)).rowcount
        if made != 1:
            raise Refused(f"{person} does not work for {firm}")
        return key

    @_look
    def find(self, desk, text):
        rows = self._db.execute("SELECT number, term, translation FROM entry WHERE firm = ? ORDER BY number", (desk,))
        return [row for row in rows if text in row[1]]

    @_edit
    def add(self, desk, term, translation):
        return self._db.execute("INSERT INTO entry (firm, term, translation) VALUES (?, ?, ?)",
                                (desk, term, translation)).lastrowid

    @_edit
    def change(self, desk, number, translation):
        self._one("UPDATE entry SET translation = ? WHERE number = ? AND firm = ?",
                  translation, _number(number), desk)

    @_edit
    def remove(self, desk, number):
        self._one("DELETE FROM entry WHERE number = ? AND firm = ?", _number(number), desk)

    @_edit
    def take_in(self, desk, person, role):
        if not isinstance(person, str) or role not in ("reader", "editor"):
            raise ValueError("take_in(desk, name, 'reader' or 'editor')")
        self._db.execute("INSERT INTO job (firm, person, role) VALUES (?, ?, ?)"
                         " ON CONFLICT (firm, person) DO UPDATE SET role = excluded.role", (desk, person, role))

    @_edit
    def let_go(self, desk, person):
        if isinstance(person, str):
            self._db.execute("DELETE FROM job WHERE firm = ? AND person = ?", (desk, person))

    def _one(self, statement, *values):
        if self._db.execute(statement, values).rowcount != 1:
            raise Refused("the firm has no such entry")
