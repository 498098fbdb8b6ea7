import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash


def _open(db_path):
    return closing(sqlite3.connect(db_path, isolation_level=None))


def prepare(db_path):
    with _open(db_path) as con:
        con.execute("BEGIN IMMEDIATE")
        con.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT NOT NULL)")
        password = None
        if con.execute("SELECT 1 FROM staff").fetchone() is None:
            password = secrets.token_urlsafe(16)
            con.execute("INSERT INTO staff VALUES (?, ?)", ("chief", generate_password_hash(password)))
        con.execute("COMMIT")
        return password


def _is_right(con, name, password):
    row = con.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and check_password_hash(row[0], password)


def sign_in(db_path, name, password):
    with _open(db_path) as con:
        return _is_right(con, name, password)


def change_password(db_path, name, old, new):
    with _open(db_path) as con:
        con.execute("BEGIN IMMEDIATE")
        right = _is_right(con, name, old)
        if right:
            con.execute("UPDATE staff SET password = ? WHERE name = ?", (generate_password_hash(new), name))
        con.execute("COMMIT")
        return right
