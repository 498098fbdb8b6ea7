"""Staff of the booking desk: a history of passwords, of which the last one of a name counts."""

import contextlib
import sqlite3
import uuid

from werkzeug import security


@contextlib.contextmanager
def _history(path):
    with contextlib.closing(sqlite3.connect(path, timeout=15.0)) as db, db:
        db.executescript(
            "CREATE TABLE IF NOT EXISTS history"
            " (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, hash TEXT);"
        )
        db.execute("BEGIN IMMEDIATE")
        yield db


def _append(db, name, password):
    hashed = security.generate_password_hash(_text(password), method="scrypt")
    db.execute("DELETE FROM history WHERE name = :name", {"name": _text(name)})
    db.execute("INSERT INTO history (name, hash) VALUES (:n, :h)", {"n": _text(name), "h": hashed})


def _text(text):
    """All strings in a form that can be stored, different ones in different forms."""
    return text.encode("unicode_escape").decode("ascii")


def _present(db, name, password):
    for (hashed,) in db.execute(
        "SELECT hash FROM history WHERE name IS ? ORDER BY number DESC LIMIT 1", (_text(name),)
    ):
        return security.check_password_hash(hashed, _text(password))
    return False


def prepare(db_path):
    with _history(db_path) as db:
        staff, = db.execute("SELECT COUNT(*) FROM history").fetchone()
        if staff:
            return
        password = uuid.uuid4().hex          # 122 bits of the operating system's chance
        _append(db, "chief", password)
    return password


def sign_in(db_path, name, password):
    with _history(db_path) as db:
        return _present(db, name, password)


def change_password(db_path, name, old, new):
    with _history(db_path) as db:
        if good := _present(db, name, old):
            _append(db, name, new)
        return good
