"""SQLite databases with known rows and planted secrets, read without the solution's help.

card = database.secret("card")
db = database.create("shop.db", {"cards": ("owner TEXT, number TEXT", [("Bob", card), ("Ada", "1")])})

def test_other_cards_stay_hidden():
    found = database.leaks(attempt(solution.cards_of, db.path, "Ada' OR '1'='1"), card)
    exploit_if(found, "Bob's card came back")
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

import harness
from probes import sqlite_file
from probes.leaks import leaks
from probes.naming import secret
from probes.sqlite_file import Tables

__all__ = ["Change", "Database", "create", "leaks", "open", "secret"]

_CHANGE = """
import sqlite3
connection = sqlite3.Connection(path, timeout=1)
try:
    connection.executescript(script)
    result = ""
except sqlite3.Error as error:
    result = str(error)
finally:
    connection.close()
"""
#: The last connection that closes a file would put the log into it.
_IN_THE_LOG = """
import sqlite3
other = sqlite3.Connection(path, isolation_level=None)
other.execute("PRAGMA journal_mode = WAL")
other.execute("SELECT count(*) FROM sqlite_master").fetchone()
solution.__dict__.setdefault("_others_of_the_file", []).append(other)
result = None
"""
#: `sqlite3` tells of a statement before it takes a lock for it. What somebody writes meanwhile waits for nobody.
_MEANWHILE = """
import sqlite3
_seen, _written, _genuine = [], [], sqlite3.connect

def _before(statement):
    _seen.append(statement)
    if len(_seen) - 1 != number:
        return
    other = sqlite3.Connection(path, timeout=0, isolation_level=None)
    try:
        other.executescript(f"BEGIN IMMEDIATE; {script}; COMMIT")
        _written.append(True)
    except sqlite3.Error:
        pass
    finally:
        other.close()

def _told(*arguments, **named):
    connection = _genuine(*arguments, **named)
    connection.set_trace_callback(_before)
    return connection

_own = [name for name, one in vars(solution).items() if one is _genuine]
try:
    sqlite3.connect = sqlite3.dbapi2.connect = _told
    for name in _own:
        setattr(solution, name, _told)
    exec(source, {"solution": solution, "path": path})
except Exception:
    pass
finally:
    sqlite3.connect = sqlite3.dbapi2.connect = _genuine
    for name in _own:
        setattr(solution, name, _genuine)
result = len(_seen), bool(_written)
"""
Row = tuple[Any, ...]
Snapshot = dict[str, list[Row]]


@dataclass(frozen=True)
class Change:
    """One difference: a row "added" to or "removed" from a table, or a table "created" or "dropped" (row None)."""

    table: str
    kind: str
    row: Row | None = None


class Database:
    """A database file in the box; `path` is what the solution calls it."""

    def __init__(self, path: str) -> None:
        self.path: str = harness.box.path(path)

    def query(self, sql: str, *values: Any) -> list[Row]:
        """The rows of a query, asked of a copy. Raises `sqlite3.Error`, as for a table that does not exist."""
        connection = self._copy()
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, in the order of their making."""
        return self.query(f"SELECT * FROM {sqlite_file.quoted(table)}")

    def change(self, script: str) -> None:
        """Runs SQL as another program does that has the file open as well, in the solution's process.

        What the solution keeps open stays so. When it has locked the file, the check is inconclusive.
        """
        if refused := harness.testify(_CHANGE, path=self.path, script=script):
            harness.inconclusive(f"another program cannot change the database: {refused}")

    def change_meanwhile(self, number: int, source: str, script: str) -> tuple[int, bool]:
        """Runs source, in which `path` is the file, in the solution's process; another program writes just before its statement
        with this number. Returns how many statements there were, and whether it could write: who has locked the file is let alone."""
        count, written = harness.testify(_MEANWHILE, path=self.path, number=number, source=source, script=script)
        return count, written

    def keep_in_log(self) -> None:
        """Another program keeps the file open, in WAL mode: from now on what anybody writes goes into the log beside it,
        and neither the time nor the size of the file tells that it was written to."""
        harness.testify(_IN_THE_LOG, path=self.path)

    def snapshot(self) -> Snapshot:
        """Every table with its rows; a file that is no database (any more) has none."""
        try:
            names = self.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            return {name: self.rows(name) for (name,) in names if not name.startswith("sqlite_")}
        except (sqlite3.Error, FileNotFoundError):
            return {}

    def changes(self, before: Snapshot) -> list[Change]:
        """What is different from an earlier snapshot; the order of rows does not matter."""
        after = self.snapshot()
        found = [Change(table, "dropped") for table in before if table not in after]
        found += [Change(table, "created") for table in after if table not in before]
        for table, rows in after.items():
            old, new = Counter(before.get(table, [])), Counter(rows)
            found += [Change(table, "added", row) for row in (new - old).elements()]
            found += [Change(table, "removed", row) for row in (old - new).elements() if table in before]
        return found

    def _copy(self) -> sqlite3.Connection:
        log = self.path + "-wal"
        changes = harness.box.read(log) if harness.box.exists(log) else b""
        return sqlite_file.opened(harness.box.read(self.path), changes)


def create(path: str, tables: Tables, script: str = "") -> Database:
    """Makes an SQLite file in the box from table → (columns as in SQL, rows), then runs the SQL of `script`.

    A file of this name is replaced, so that a check may start afresh.
    """
    for suffix in ("-wal", "-shm", "-journal"):
        if harness.box.exists(path + suffix):
            harness.box.remove(path + suffix)
    harness.box.write(path, sqlite_file.made(tables, script), mode=0o666)
    return Database(path)


def open(path: str) -> Database:
    """A database that the solution makes, or has made, at this path."""
    return Database(path)
