"""Accounts in an SQLite database that lives in memory. A code is consumed by the very statement that looks for it."""
import hashlib
import os
import secrets
import sqlite3
import string
import threading


def _blob(value):
    return value.encode("utf-8", "surrogatepass")


def _only_strings(otherwise):
    """Calls with anything but strings have no effect."""
    def decorate(method):
        def wrapped(self, *arguments):
            if any(not isinstance(argument, str) for argument in arguments):
                return otherwise
            with self._one_at_a_time, self._db:
                return method(self, *map(_blob, arguments))
        return wrapped
    return decorate


class Accounts:
    _alphabet = string.digits + string.ascii_lowercase + string.ascii_uppercase

    def __init__(self):
        self._one_at_a_time = threading.Lock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.executescript("""
            CREATE TABLE account (name BLOB PRIMARY KEY, salt BLOB NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE code (name BLOB PRIMARY KEY REFERENCES account, digest BLOB NOT NULL) WITHOUT ROWID;
        """)

    @staticmethod
    def _digest(password, salt):
        return hashlib.blake2b(password, salt=salt, person=b"choir").digest()

    @_only_strings(False)
    def register(self, name, password):
        salt = os.urandom(hashlib.blake2b.SALT_SIZE)
        cursor = self._db.execute("INSERT OR IGNORE INTO account VALUES (?, ?, ?)",
                                  (name, salt, self._digest(password, salt)))
        return cursor.rowcount == 1

    @_only_strings(False)
    def login(self, name, password):
        for salt, digest in self._db.execute("SELECT salt, digest FROM account WHERE name = ?", (name,)):
            return secrets.compare_digest(digest, self._digest(password, salt))
        return False

    @_only_strings(None)
    def forgot(self, name):
        if self._db.execute("SELECT 1 FROM account WHERE name = ?", (name,)).fetchone() is None:
            return None
        code = "".join(map(secrets.choice, [self._alphabet] * 20))
        self._db.execute("REPLACE INTO code VALUES (?, ?)", (name, hashlib.sha256(code.encode()).digest()))
        return code

    @_only_strings(False)
    def reset(self, name, code, password):
        used = self._db.execute("DELETE FROM code WHERE name = ? AND digest = ?",
                                (name, hashlib.sha256(code).digest())).rowcount
        if used != 1:
            return False
        salt = os.urandom(hashlib.blake2b.SALT_SIZE)
        self._db.execute("UPDATE account SET salt = ?, digest = ? WHERE name = ?",
                         (salt, self._digest(password, salt), name))
        return True
