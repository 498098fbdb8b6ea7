import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

_PLACEHOLDER = generate_password_hash("no such account")


def _open(db_path):
    con = sqlite3.connect(db_path)
    con.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)")
    return con


def prepare(db_path):
    with closing(_open(db_path)) as con, con:
        con.execute("BEGIN IMMEDIATE")
        if con.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
            return None
        password = secrets.token_urlsafe(12)
        con.execute("INSERT INTO staff VALUES (?, ?)", ("chief", generate_password_hash(password)))
        return password


def sign_in(db_path, name, password):
    with closing(_open(db_path)) as con:
        row = con.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    # always verify some hash, so that unknown names take as long as known ones
    stored = row[0] if row else _PLACEHOLDER
    return check_password_hash(stored, password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with closing(_open(db_path)) as con, con:
        cur = con.execute("UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name))
        return cur.rowcount == 1
