import hashlib
import hmac
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path


class WrongPassword(Exception):
    pass


@dataclass(frozen=True)
class Secret:
    salt: bytes
    key: bytes

    @classmethod
    def of(cls, password, salt=None):
        salt = salt or os.urandom(16)
        data = password.encode("utf-8", "surrogatepass")
        return cls(salt, hashlib.scrypt(data, salt=salt, n=2 ** 14, r=8, p=1))

    def verify(self, password):
        if not hmac.compare_digest(self.key, Secret.of(password, self.salt).key):
            raise WrongPassword


class Staff(sqlite3.Connection):
    def __init__(self, path):
        super().__init__(os.fspath(path))
        self.execute("CREATE TABLE IF NOT EXISTS people (name TEXT PRIMARY KEY, salt BLOB, key BLOB)")

    def __exit__(self, *problem):
        super().__exit__(*problem)
        self.close()

    def __getitem__(self, name):
        for row in self.execute("SELECT salt, key FROM people WHERE name = ?", [name]):
            return Secret(*row)
        raise WrongPassword

    def __setitem__(self, name, secret):
        self.execute("INSERT INTO people VALUES (:n, :s, :k) ON CONFLICT (name) "
                     "DO UPDATE SET salt = :s, key = :k",
                     {"n": name, "s": secret.salt, "k": secret.key})

    def __len__(self):
        return self.execute("SELECT count(*) FROM people").fetchone()[0]


def prepare(db_path):
    with Staff(Path(db_path)) as staff:
        staff.execute("BEGIN IMMEDIATE")
        if len(staff):
            return None
        first = "-".join(os.urandom(3).hex() for _ in range(5))
        staff["chief"] = Secret.of(first)
    return first


def sign_in(db_path, name, password):
    try:
        with Staff(Path(db_path)) as staff:
            staff[name].verify(password)
    except WrongPassword:
        return False
    return True


def change_password(db_path, name, old, new):
    try:
        with Staff(Path(db_path)) as staff:
            staff[name].verify(old)
            staff[name] = Secret.of(new)
    except WrongPassword:
        return False
    return True
