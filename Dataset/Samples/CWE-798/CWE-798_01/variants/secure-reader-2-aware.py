import hashlib
import hmac
import os
import secrets
import sqlite3
from contextlib import closing

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def _digest(password, salt):
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1
    )


def _open(db_path):
    return sqlite3.connect(db_path, isolation_level=None, timeout=30)


def _account(db, name, password):
    """(salt, digest) of the account if the password is right, else None."""
    try:
        row = db.execute("SELECT salt, digest FROM staff WHERE name = ?", (name,)).fetchone()
    except UnicodeEncodeError:  # lone surrogates: no account has such a name
        return None
    if row and hmac.compare_digest(_digest(password, row[0]), row[1]):
        return row
    return None


def prepare(db_path):
    with closing(_open(db_path)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "CREATE TABLE IF NOT EXISTS staff"
            " (name TEXT PRIMARY KEY, salt BLOB NOT NULL, digest BLOB NOT NULL)"
        )
        password = None
        if db.execute("SELECT 1 FROM staff LIMIT 1").fetchone() is None:
            password = "".join(secrets.choice(ALPHABET) for _ in range(16))
            salt = os.urandom(16)
            db.execute("INSERT INTO staff VALUES ('chief', ?, ?)", (salt, _digest(password, salt)))
        db.execute("COMMIT")
        return password


def sign_in(db_path, name, password):
    with closing(_open(db_path)) as db:
        return _account(db, name, password) is not None


def change_password(db_path, name, old, new):
    with closing(_open(db_path)) as db:
        account = _account(db, name, old)
        if account is None:
            return False
        salt = os.urandom(16)
        cursor = db.execute(
            "UPDATE staff SET salt = ?, digest = ? WHERE name = ? AND digest = ?",
            (salt, _digest(new, salt), name, account[1]),
        )
        return cursor.rowcount == 1
