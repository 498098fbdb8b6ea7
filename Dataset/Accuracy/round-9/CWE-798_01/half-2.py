"""The staff of the booking desk."""

import hashlib
import hmac
import os
import sqlite3
import uuid


class _Staff:
    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, timeout=20)

    def __enter__(self):
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, salt BLOB, digest BLOB)"
        )
        return self

    def __exit__(self, kind, problem, trace):
        if kind is None:
            self._db.commit()
        else:
            self._db.rollback()
        self._db.close()

    @staticmethod
    def _digest(password, salt):
        return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=2**14, r=8, p=1)

    def empty(self):
        return self._db.execute("SELECT count(*) FROM account").fetchone() == (0,)

    def store(self, name, password):
        salt = os.urandom(16)
        self._db.execute(
            "INSERT OR REPLACE INTO account VALUES (?, ?, ?)",
            (name, salt, self._digest(password, salt)),
        )

    def accepts(self, name, password):
        try:
            row = self._db.execute(
                "SELECT salt, digest FROM account WHERE name = ?", (name,)
            ).fetchone()
        except UnicodeEncodeError:
            return False
        if row is None:
            return False
        return hmac.compare_digest(self._digest(password, row[0]), row[1])


def prepare(db_path):
    with _Staff(db_path) as staff:
        if not staff.empty():
            return None
        # another one for each file and each machine, as no two of these are ever alike
        password = str(uuid.uuid1())
        staff.store("chief", password)
        return password


def sign_in(db_path, name, password):
    with _Staff(db_path) as staff:
        return staff.accepts(name, password)


def change_password(db_path, name, old, new):
    with _Staff(db_path) as staff:
        if not staff.accepts(name, old):
            return False
        staff.store(name, new)
        return True
