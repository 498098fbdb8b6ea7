"""Transcripts in an SQLite file on the drive, each under a key derived from the office's."""
import contextlib
import hashlib
import re
import secrets
import sqlite3
from os import path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@contextlib.contextmanager
def _sqlite(file, schema):
    connection = sqlite3.connect(file, timeout=15, isolation_level=None)
    try:
        connection.execute(f"CREATE TABLE IF NOT EXISTS {schema}")
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def _seal_of(key):
    return hashlib.blake2b(key, person=b"keycheck", digest_size=16).digest()


class KeyIsBroken(Exception):
    pass


class Transcripts:
    NAME = re.compile("[a-z0-9]+(?: +[a-z0-9]+)*")

    def __init__(self, drive, own):
        self._drive = path.abspath(path.join(drive, "transcripts.sqlite"))
        self._own = path.abspath(path.join(own, "key.sqlite"))

    def _good(self, name):
        return isinstance(name, str) and len(name) <= 40 and self.NAME.fullmatch(name)

    def _master(self):
        """The only key. A transaction sees to it that there is never a second one."""
        with _sqlite(self._own, "master (key BLOB NOT NULL, seal BLOB NOT NULL)") as db:
            rows = db.execute("SELECT key, seal FROM master").fetchall()
            if not rows:
                key = secrets.token_bytes(32)
                db.execute("INSERT INTO master VALUES (?, ?)", (key, _seal_of(key)))
                return key
        (key, seal), *more = rows
        if more or type(key) is not bytes or len(key) != 32 or seal != _seal_of(key):
            raise KeyIsBroken(self._own)
        return key

    def _cipher(self, name, salt):
        derivation = HKDF(hashes.SHA256(), 32, salt, b"transcript:" + name.encode("ascii"))
        return AESGCM(derivation.derive(self._master()))

    def put(self, name, text):
        if not self._good(name):
            raise ValueError(f"no name: {name!r}")
        salt, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
        sealed = self._cipher(name, salt).encrypt(
            nonce, text.encode("utf-8", "surrogatepass"), name.encode("ascii"))
        with _sqlite(self._drive, "t (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)") as db:
            db.execute("REPLACE INTO t VALUES (?, ?)", (name, salt + nonce + sealed))

    def get(self, name):
        found = None
        if self._good(name):
            with _sqlite(self._drive, "t (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)") as db:
                found = db.execute("SELECT sealed FROM t WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        box = bytes(found[0])
        plain = self._cipher(name, box[:32]).decrypt(box[32:44], box[44:], name.encode("ascii"))
        return str(plain, "utf-8", "surrogatepass")

    def names(self):
        with _sqlite(self._drive, "t (name TEXT PRIMARY KEY, sealed BLOB NOT NULL)") as db:
            return sorted(name for name, in db.execute("SELECT name FROM t") if self._good(name))
