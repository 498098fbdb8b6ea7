"""The staff of a booking desk: an object around the SQLite file, with the functions on top."""

import hashlib
import secrets
import sqlite3


class Desk:
    """Every change of a password is a new row; the last one of a name counts."""

    SCHEMA = """CREATE TABLE IF NOT EXISTS credential (
        serial INTEGER PRIMARY KEY, who BLOB NOT NULL, salt BLOB NOT NULL, proof BLOB NOT NULL)"""

    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, timeout=20, isolation_level="EXCLUSIVE")

    def __enter__(self):
        self.db.execute(self.SCHEMA)
        self.db.execute("BEGIN EXCLUSIVE")
        return self

    def __exit__(self, kind, *_):
        self.db.rollback() if kind else self.db.commit()
        self.db.close()

    @staticmethod
    def _bytes(text):
        return text.encode("utf-8", "surrogatepass")

    def _proof(self, password, salt):
        inner = hashlib.sha3_256(self._bytes(password)).digest()
        return hashlib.pbkdf2_hmac("sha256", inner, salt, 120_000)

    def empty(self):
        return not self.db.execute("SELECT EXISTS (SELECT * FROM credential)").fetchone()[0]

    def enrol(self, name, password):
        salt = secrets.token_bytes(24)
        self.db.execute("DELETE FROM credential WHERE who = ?", (self._bytes(name),))
        self.db.execute("INSERT INTO credential (who, salt, proof) VALUES (?, ?, ?)",
                        (self._bytes(name), salt, self._proof(password, salt)))

    def knows(self, name, password):
        for salt, proof in self.db.execute(
                "SELECT salt, proof FROM credential WHERE who = ?", (self._bytes(name),)).fetchall():
            return secrets.compare_digest(self._proof(password, salt), proof)
        return False


def _syllables(count):
    """Pronounceable, and random: about 6.6 bits for each syllable."""
    rng = secrets.SystemRandom()
    for _ in range(count):
        yield rng.choice("bdfghjklmnprstvwxz") + rng.choice("aeiou")


def prepare(db_path):
    with Desk(db_path) as desk:
        if desk.empty():
            first = "".join(_syllables(14))
            desk.enrol("chief", first)
            return first


def sign_in(db_path, name, password):
    with Desk(db_path) as desk:
        return desk.knows(name, password)


def change_password(db_path, name, old, new):
    with Desk(db_path) as desk:
        if desk.knows(name, old):
            desk.enrol(name, new)
            return True
    return False
