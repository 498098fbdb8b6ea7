import hashlib
import hmac
import secrets
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verifier:
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password, salt=None):
        salt = secrets.token_bytes(16) if salt is None else salt
        raw = password.encode("utf-8", "surrogatepass")
        return cls(salt, hashlib.scrypt(raw, salt=salt, n=2**13, r=8, p=1))

    def accepts(self, password):
        return hmac.compare_digest(Verifier.of(password, self.salt).digest, self.digest)


@dataclass
class Desk:
    path: str
    con: sqlite3.Connection = field(init=False)

    @contextmanager
    def transaction(self):
        self.con = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        try:
            self.con.execute("BEGIN IMMEDIATE")
            self.con.execute("CREATE TABLE IF NOT EXISTS staff (name BLOB PRIMARY KEY, salt BLOB, digest BLOB)")
            yield self
            self.con.execute("COMMIT")
        finally:
            self.con.close()

    @staticmethod
    def key(name):
        return name.encode("utf-8", "surrogatepass")

    def __bool__(self):
        return self.con.execute("SELECT EXISTS (SELECT 1 FROM staff)").fetchone()[0] == 1

    def __getitem__(self, name):
        row = self.con.execute("SELECT salt, digest FROM staff WHERE name = ?", (self.key(name),)).fetchone()
        if row is None:
            raise KeyError(name)
        return Verifier(*row)

    def __setitem__(self, name, password):
        v = Verifier.of(password)
        self.con.execute("REPLACE INTO staff VALUES (?, ?, ?)", (self.key(name), v.salt, v.digest))


def prepare(db_path):
    with Desk(db_path).transaction() as desk:
        if desk:
            return None
        desk["chief"] = password = "-".join(secrets.token_hex(3) for _ in range(4))
    return password


def sign_in(db_path, name, password):
    with Desk(db_path).transaction() as desk:
        try:
            verifier = desk[name]
        except KeyError:
            return False
    return verifier.accepts(password)


def change_password(db_path, name, old, new):
    with Desk(db_path).transaction() as desk:
        try:
            if not desk[name].accepts(old):
                return False
        except KeyError:
            return False
        desk[name] = new
    return True
