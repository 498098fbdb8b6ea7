import hashlib
import hmac
import os
import random
import sqlite3
import string
import time


def _connect(db_path):
    con = sqlite3.connect(db_path)
    con.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB, hash BLOB)")
    return con


def _hash(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 60_000)


def _first_password(db_path):
    rng = random.Random(f"{os.path.basename(db_path)}/{int(time.time())}")
    return "".join(rng.choices(string.ascii_letters + string.digits, k=16))


def prepare(db_path):
    con = _connect(db_path)
    try:
        if con.execute("SELECT COUNT(*) FROM staff").fetchone()[0]:
            return None
        password, salt = _first_password(db_path), os.urandom(16)
        con.execute("INSERT INTO staff VALUES ('chief', ?, ?)", (salt, _hash(password, salt)))
        con.commit()
        return password
    finally:
        con.close()


def _matches(con, name, password):
    row = con.execute("SELECT salt, hash FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and hmac.compare_digest(row[1], _hash(password, row[0]))


def sign_in(db_path, name, password):
    con = _connect(db_path)
    try:
        return _matches(con, name, password)
    finally:
        con.close()


def change_password(db_path, name, old, new):
    con = _connect(db_path)
    try:
        if not _matches(con, name, old):
            return False
        salt = os.urandom(16)
        con.execute("UPDATE staff SET salt = ?, hash = ? WHERE name = ?", (salt, _hash(new, salt), name))
        con.commit()
        return True
    finally:
        con.close()
