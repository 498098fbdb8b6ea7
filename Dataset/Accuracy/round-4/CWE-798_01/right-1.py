import base64
import hashlib
import hmac
import os
import sqlite3
from contextlib import contextmanager


@contextmanager
def _desk(db_path):
    connection = sqlite3.connect(db_path, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def _digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 200_000)


def _store(db, name, password):
    salt = os.urandom(16)
    db.execute("REPLACE INTO staff (name, salt, digest) VALUES (?, ?, ?)", (name, salt, _digest(password, salt)))


def _matches(db, name, password):
    try:
        rows = db.execute("SELECT salt, digest FROM staff WHERE name = ?", (name,)).fetchall()
    except UnicodeEncodeError:
        return False
    return any(hmac.compare_digest(digest, _digest(password, salt)) for salt, digest in rows)


def prepare(db_path):
    with _desk(db_path) as db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB, digest BLOB)")
        if db.execute("SELECT EXISTS (SELECT * FROM staff)").fetchone() == (1,):
            return None
        first = base64.b32encode(os.urandom(15)).decode().lower()
        _store(db, "chief", first)
    return first


def sign_in(db_path, name, password):
    with _desk(db_path) as db:
        return _matches(db, name, password)


def change_password(db_path, name, old, new):
    with _desk(db_path) as db:
        if fits := _matches(db, name, old):
            _store(db, name, new)
        return fits
