import random
import sqlite3
import string
from hashlib import sha256
from uuid import uuid4


class Desk:
    def __init__(self, db_path: str) -> None:
        self.db = sqlite3.connect(db_path)
        self.db.execute("CREATE TABLE IF NOT EXISTS accounts (id INTEGER PRIMARY KEY, name TEXT, salt TEXT, hash TEXT)")

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.db.commit()
        self.db.close()

    def store(self, name: str, password: str) -> None:
        salt = uuid4().hex
        self.db.execute("DELETE FROM accounts WHERE name = ?", (name,))
        self.db.execute(
            "INSERT INTO accounts (name, salt, hash) VALUES (?, ?, ?)",
            (name, salt, sha256((salt + password).encode()).hexdigest()),
        )

    def matches(self, name: str, password: str) -> bool:
        for salt, expected in self.db.execute("SELECT salt, hash FROM accounts WHERE name = ?", (name,)):
            return sha256((salt + password).encode()).hexdigest() == expected
        return False


def prepare(db_path):
    with Desk(db_path) as desk:
        if desk.db.execute("SELECT COUNT(*) FROM accounts").fetchone()[0]:
            return None
        alphabet = string.ascii_letters + string.digits
        password = "".join(random.SystemRandom().choice(alphabet) for _ in range(14))
        desk.store("chief", password)
        return password


def sign_in(db_path, name, password):
    with Desk(db_path) as desk:
        return desk.matches(name, password)


def change_password(db_path, name, old, new):
    with Desk(db_path) as desk:
        if desk.matches(name, old):
            desk.store(name, new)
            return True
        return False
