import hmac
import re
import secrets
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path


class SecretLost(RuntimeError):
    pass


class Pseudonyms:
    """A small database in the folder: study -> 256 bits that were drawn for it. Nothing is remembered outside it."""

    def __init__(self, folder):
        self.__base = Path(folder).resolve() / "studies.sqlite3"

    @contextmanager
    def __open(self):
        with closing(sqlite3.connect(self.__base, timeout=60, isolation_level=None)) as base:
            base.execute("PRAGMA secure_delete = ON")
            base.execute("BEGIN IMMEDIATE")
            try:
                base.execute("CREATE TABLE IF NOT EXISTS study (name TEXT PRIMARY KEY, secret BLOB) WITHOUT ROWID")
                yield base
            except BaseException:
                if base.in_transaction:
                    base.execute("ROLLBACK")
                raise
            else:
                base.execute("COMMIT")

    @staticmethod
    def __named(study):
        return bool(re.fullmatch("[-0-9a-z]{1,40}", study, re.ASCII))

    def of(self, study, person):
        if not self.__named(study):
            raise ValueError("a study is named by small letters, digits and hyphens")
        if not person:
            raise ValueError("a person has a name")
        with self.__open() as base:
            base.execute("INSERT OR IGNORE INTO study VALUES (?, ?)", (study, secrets.token_bytes(32)))
            (secret,) = base.execute("SELECT secret FROM study WHERE name = ?", (study,)).fetchone()
        if not isinstance(secret, bytes) or len(secret) != 32 or not any(secret):
            raise SecretLost(study)
        return hmac.digest(secret, person.encode("utf-8", "surrogatepass"), "sha3_256")[:8].hex()

    def renew(self, study):
        with self.__open() as base:
            base.execute("UPDATE study SET secret = ? WHERE name = ?", (secrets.token_bytes(32), study))

    def end(self, study):
        with self.__open() as base:
            base.execute("DELETE FROM study WHERE name = ?", (study,))

    def studies(self):
        with self.__open() as base:
            return sorted(name for name, in base.execute("SELECT name FROM study"))
