import secrets
import sqlite3
from contextlib import contextmanager

from werkzeug.security import check_password_hash, generate_password_hash

# Checked when a name is unknown, so that both cases take the same time.
DUMMY = generate_password_hash("no such account")


@contextmanager
def _staff(db_path):
    db = sqlite3.connect(db_path)
    try:
        with db:
            yield db
    finally:
        db.close()


def prepare(db_path):
    with _staff(db_path) as db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)")
        if db.execute("SELECT count(*) FROM staff").fetchone()[0]:
            return None
        password = secrets.token_urlsafe(12)
        db.execute("INSERT INTO staff (name, hash) VALUES (?, ?)", ("chief", generate_password_hash(password)))
    return password


def sign_in(db_path, name, password):
    with _staff(db_path) as db:
        row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    stored = row[0] if row else DUMMY
    return check_password_hash(stored, password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with _staff(db_path) as db:
        changed = db.execute("UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name))
    return changed.rowcount == 1
