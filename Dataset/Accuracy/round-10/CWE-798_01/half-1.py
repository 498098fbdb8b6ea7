"""The staff of a booking desk, in an SQLite file."""

import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

# For names that are not there: checking a password takes as long for them as for the others, so
# that nobody can find out by the clock who works here.
_NOBODY = generate_password_hash("no such member of the staff")


def _open(db_path):
    db = sqlite3.connect(db_path, timeout=30, isolation_level=None)
    db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)")
    return db


def prepare(db_path):
    with closing(_open(db_path)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            if db.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
                return None
            password = secrets.token_urlsafe(12)
            db.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
            return password
        finally:
            db.execute("COMMIT")


def _valid(db, name, password):
    row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    stored = row[0] if row else _NOBODY
    return check_password_hash(stored, password)


def sign_in(db_path, name, password):
    with closing(_open(db_path)) as db:
        return _valid(db, name, password)


def change_password(db_path, name, old, new):
    with closing(_open(db_path)) as db:
        if not _valid(db, name, old):
            return False
        changed = db.execute(
            "UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name)
        )
        return changed.rowcount == 1
