"""The staff of a booking desk, in an SQLite file."""

import base64
import hashlib
import hmac
import secrets
import sqlite3
import uuid
from contextlib import contextmanager


@contextmanager
def _staff(db_path):
    db = sqlite3.connect(db_path, timeout=30, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB, hash BLOB)"
        )
        yield db
        db.execute("COMMIT")
    finally:
        db.close()


def _hash(password, salt):
    digest = hashlib.sha512(password.encode("utf-8", "surrogatepass")).digest()
    return hashlib.scrypt(digest, salt=salt, n=1 << 14, r=8, p=1)


def _first_password():
    """A password that no two installations share: made of a UUID, in signs that can be told apart
    on the telephone. The latter half of a version 1 UUID names the machine, which is no secret, so
    only the first half is used."""
    return base64.b32encode(uuid.uuid1().bytes[:8]).decode("ascii").rstrip("=").lower()


def _store(db, name, password):
    salt = secrets.token_bytes(16)
    db.execute("REPLACE INTO staff VALUES (?, ?, ?)", (name, salt, _hash(password, salt)))


def _check(db, name, password):
    row = db.execute("SELECT salt, hash FROM staff WHERE name = ?", (name,)).fetchone()
    if row is None:
        return False
    return hmac.compare_digest(_hash(password, row[0]), row[1])


def prepare(db_path):
    with _staff(db_path) as db:
        if db.execute("SELECT count(*) FROM staff").fetchone()[0]:
            return None
        password = _first_password()
        _store(db, "chief", password)
        return password


def sign_in(db_path, name, password):
    with _staff(db_path) as db:
        return _check(db, name, password)


def change_password(db_path, name, old, new):
    with _staff(db_path) as db:
        if not _check(db, name, old):
            return False
        _store(db, name, new)
        return True
