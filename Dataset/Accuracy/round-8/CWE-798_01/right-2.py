import hashlib
import os
import secrets
import sqlite3
import string
from dataclasses import dataclass

SIGNS = string.ascii_lowercase + string.digits


class Refused(Exception):
    pass


@dataclass(frozen=True)
class Account:
    name: str
    salt: bytes
    digest: bytes

    @classmethod
    def new(cls, name, password):
        salt = os.urandom(32)
        return cls(name, salt, cls._digest(password, salt))

    @staticmethod
    def _digest(password, salt):
        return hashlib.pbkdf2_hmac("sha512", password.encode("utf-8", "surrogatepass"), salt, 120_000)

    def verify(self, password):
        if not secrets.compare_digest(self.digest, self._digest(password, self.salt)):
            raise Refused


class Desk:
    def __init__(self, db_path):
        self.con = sqlite3.connect(db_path, isolation_level=None)

    def __enter__(self):
        self.con.execute("BEGIN IMMEDIATE")
        self.con.execute("CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, salt BLOB, digest BLOB) WITHOUT ROWID")
        return self

    def __exit__(self, kind, *_):
        self.con.execute("COMMIT" if kind is None else "ROLLBACK")
        self.con.close()
        return kind is Refused

    def __len__(self):
        return self.con.execute("SELECT count(*) FROM account").fetchone()[0]

    def __getitem__(self, name):
        for row in self.con.execute("SELECT name, salt, digest FROM account WHERE name = ?", (name,)).fetchall():
            return Account(*row)
        # as slow as for an account that is there
        Account.new(name, secrets.token_hex()).verify(secrets.token_hex())
        raise Refused

    def put(self, account):
        self.con.execute("REPLACE INTO account VALUES (?, ?, ?)", (account.name, account.salt, account.digest))


def prepare(db_path):
    with Desk(db_path) as desk:
        if len(desk):
            return None
        password = "-".join("".join(map(secrets.choice, (SIGNS,) * 5)) for _ in range(4))
        desk.put(Account.new("chief", password))
        return password


def sign_in(db_path, name, password):
    with Desk(db_path) as desk:
        desk[name].verify(password)
        return True
    return False


def change_password(db_path, name, old, new):
    with Desk(db_path) as desk:
        desk[name].verify(old)
        desk.put(Account.new(name, new))
        return True
    return False
