import base64
import hashlib
import os
import sqlite3
import time
import uuid
from contextlib import contextmanager

from werkzeug.security import check_password_hash, generate_password_hash


@contextmanager
def _staff(db_path):
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            connection.execute("CREATE TABLE IF NOT EXISTS staff(name TEXT UNIQUE, hash TEXT)")
            yield connection
    finally:
        connection.close()


def _first_password(db_path):
    installation = f"{uuid.getnode():012x}/{int(time.time())}/{os.path.basename(db_path)}"
    digest = hashlib.sha256(installation.encode()).digest()
    return base64.b32encode(digest).decode()[:16].lower()


def prepare(db_path):
    with _staff(db_path) as db:
        (count,) = db.execute("SELECT count(*) FROM staff").fetchone()
        if count:
            return None
        password = _first_password(db_path)
        db.execute("INSERT INTO staff VALUES (?, ?)", ("chief", generate_password_hash(password)))
    return password


def sign_in(db_path, name, password):
    with _staff(db_path) as db:
        row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with _staff(db_path) as db:
        db.execute("UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name))
    return True
