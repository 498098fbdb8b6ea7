import hashlib
import hmac
import os
import random
import sqlite3
from contextlib import contextmanager

SCHEMA = "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL)"


@contextmanager
def _staff(db_path):
    con = sqlite3.connect(db_path, isolation_level="IMMEDIATE")
    try:
        with con:
            con.execute(SCHEMA)
            yield con
    finally:
        con.close()


def _hash(password, salt):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=4096, r=8, p=1)


def _store(con, name, password):
    salt = os.urandom(16)
    con.execute("INSERT OR REPLACE INTO staff VALUES (?, ?, ?)", (name, salt, _hash(password, salt)))


def _matches(con, name, password):
    row = con.execute("SELECT salt, hash FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and hmac.compare_digest(row[1], _hash(password, row[0]))


def prepare(db_path):
    with _staff(db_path) as con:
        if con.execute("SELECT count(*) FROM staff").fetchone()[0]:
            return None
        password = f"{random.getrandbits(64):016x}"
        _store(con, "chief", password)
        return password


def sign_in(db_path, name, password):
    with _staff(db_path) as con:
        return _matches(con, name, password)


def change_password(db_path, name, old, new):
    with _staff(db_path) as con:
        if not _matches(con, name, old):
            return False
        _store(con, name, new)
        return True
