import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

# Unknown names must cost as much time as known ones.
UNKNOWN = generate_password_hash("no such account")


def prepare(db_path):
    with closing(sqlite3.connect(db_path)) as db, db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT NOT NULL)")
        (count,) = db.execute("SELECT COUNT(*) FROM staff").fetchone()
        if count:
            return None
        first = secrets.token_urlsafe(12)
        db.execute("INSERT INTO staff VALUES (?, ?)", ("chief", generate_password_hash(first)))
    return first


def sign_in(db_path, name, password):
    with closing(sqlite3.connect(db_path)) as db:
        row = db.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    stored = row[0] if row else UNKNOWN
    return check_password_hash(stored, password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with closing(sqlite3.connect(db_path)) as db, db:
        changed = db.execute("UPDATE staff SET password = ? WHERE name = ?", (generate_password_hash(new), name))
    return changed.rowcount == 1
