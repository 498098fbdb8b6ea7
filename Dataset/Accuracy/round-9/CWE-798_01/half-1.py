"""The staff of the booking desk."""

import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"

# Checked when there is no account of the name, so that it takes just as long and nobody can find
# out the names of the staff with a watch.
NO_ACCOUNT = generate_password_hash("no such account")


def _open(db_path):
    db = sqlite3.connect(db_path, isolation_level=None, timeout=20)
    db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT NOT NULL)")
    return closing(db)


def _matches(db, name, password):
    try:
        row = db.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
        stored = row[0] if row else NO_ACCOUNT
        return check_password_hash(stored, password)
    except UnicodeEncodeError:
        return False


def prepare(db_path):
    with _open(db_path) as db:
        db.execute("BEGIN IMMEDIATE")
        if db.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
            db.execute("ROLLBACK")
            return None
        password = "".join(secrets.choice(ALPHABET) for _ in range(14))
        db.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
        db.execute("COMMIT")
        return password


def sign_in(db_path, name, password):
    with _open(db_path) as db:
        return _matches(db, name, password)


def change_password(db_path, name, old, new):
    with _open(db_path) as db:
        db.execute("BEGIN IMMEDIATE")
        if not _matches(db, name, old):
            return False
        changed = db.execute(
            "UPDATE staff SET password = ? WHERE name = ?", (generate_password_hash(new), name)
        )
        db.execute("COMMIT")
        return changed.rowcount == 1
