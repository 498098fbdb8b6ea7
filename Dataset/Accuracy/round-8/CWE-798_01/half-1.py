import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

# Checked for unknown names, so that they take as long as known ones.
NOBODY = generate_password_hash("no such account")


def _connect(db_path):
    con = sqlite3.connect(db_path, isolation_level=None)
    con.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT NOT NULL)")
    return con


def prepare(db_path):
    with closing(_connect(db_path)) as con:
        con.execute("BEGIN IMMEDIATE")
        if con.execute("SELECT 1 FROM staff").fetchone():
            con.execute("ROLLBACK")
            return None
        password = secrets.token_urlsafe(12)
        con.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
        con.execute("COMMIT")
        return password


def _verify(con, name, password):
    row = con.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    stored = row[0] if row else NOBODY
    return check_password_hash(stored, password)


def sign_in(db_path, name, password):
    with closing(_connect(db_path)) as con:
        return _verify(con, name, password)


def change_password(db_path, name, old, new):
    with closing(_connect(db_path)) as con:
        con.execute("BEGIN IMMEDIATE")
        if not _verify(con, name, old):
            con.execute("ROLLBACK")
            return False
        con.execute("UPDATE staff SET password = ? WHERE name = ?", (generate_password_hash(new), name))
        con.execute("COMMIT")
        return True
