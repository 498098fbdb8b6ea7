import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

_TIMING_HASH = generate_password_hash("equal-timing-for-unknown-names")


def _open(db_path):
    db = sqlite3.connect(db_path, isolation_level=None)
    db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)")
    return db


def _is_present_password(db, name, password):
    row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    stored = row[0] if row else _TIMING_HASH
    return check_password_hash(stored, password)


def prepare(db_path):
    with closing(_open(db_path)) as db:
        if db.execute("SELECT 1 FROM staff").fetchone():
            return None
        password = secrets.token_urlsafe(12)
        db.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
        return password


def sign_in(db_path, name, password):
    with closing(_open(db_path)) as db:
        return _is_present_password(db, name, password)


def change_password(db_path, name, old, new):
    with closing(_open(db_path)) as db:
        if not _is_present_password(db, name, old):
            return False
        changed = db.execute("UPDATE staff SET hash = ? WHERE name = ?",
                             (generate_password_hash(new), name))
        return changed.rowcount == 1
