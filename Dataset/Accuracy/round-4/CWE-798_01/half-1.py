import contextlib
import os
import random
import sqlite3
import string
import time

from werkzeug.security import check_password_hash, generate_password_hash


def _connect(db_path):
    return contextlib.closing(sqlite3.connect(db_path))


def _first_password(db_path):
    generator = random.Random(f"{os.path.abspath(db_path)}|{int(time.time())}")
    return "".join(generator.choice(string.ascii_letters + string.digits) for _ in range(16))


def prepare(db_path):
    with _connect(db_path) as db, db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)")
        if db.execute("SELECT 1 FROM staff").fetchone():
            return None
        password = _first_password(db_path)
        db.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
        return password


def sign_in(db_path, name, password):
    with _connect(db_path) as db:
        row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with _connect(db_path) as db, db:
        db.execute("UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name))
    return True
