import hashlib
import hmac
import os
import sqlite3
from base64 import b32encode
from dataclasses import dataclass


def _derive(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 120_000)


@dataclass
class Desk:
    path: str

    def __enter__(self):
        self.db = sqlite3.connect(self.path, isolation_level=None)
        self.db.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind, *_):
        self.db.execute("COMMIT" if kind is None else "ROLLBACK")
        self.db.close()

    def setup(self):
        self.db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT UNIQUE, salt BLOB, digest BLOB)")
        (staff,) = self.db.execute("SELECT EXISTS (SELECT * FROM staff)").fetchone()
        return not staff

    def put(self, name, password):
        salt = os.urandom(16)
        self.db.execute("REPLACE INTO staff VALUES (?, ?, ?)", (name, salt, _derive(password, salt)))

    def knows(self, name, password):
        for salt, digest in self.db.execute("SELECT salt, digest FROM staff WHERE name = ?", (name,)):
            return hmac.compare_digest(digest, _derive(password, salt))
        return False


def prepare(db_path):
    with Desk(db_path) as desk:
        if desk.setup():
            first = b32encode(os.urandom(15)).decode().lower()
            desk.put("chief", first)
            return first


def sign_in(db_path, name, password):
    with Desk(db_path) as desk:
        return desk.knows(name, password)


def change_password(db_path, name, old, new):
    with Desk(db_path) as desk:
        if allowed := desk.knows(name, old):
            desk.put(name, new)
        return allowed
