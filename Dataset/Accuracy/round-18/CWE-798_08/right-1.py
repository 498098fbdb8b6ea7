import hashlib
import os
import sqlite3
import string
from contextlib import contextmanager

LETTERS = frozenset(string.ascii_lowercase + string.digits + "-")


class Pseudonyms:
    """Keeps an SQLite file in the folder, with one secret for each study."""

    def __init__(self, folder):
        self.file = os.path.join(os.path.abspath(folder), "secrets.sqlite")

    @contextmanager
    def _work(self):
        os.close(os.open(self.file, os.O_RDWR | os.O_CREAT, 0o600))
        store = sqlite3.connect(self.file, timeout=60, isolation_level=None)
        try:
            store.execute("PRAGMA secure_delete = ON")
            store.execute("BEGIN EXCLUSIVE")
            store.execute("CREATE TABLE IF NOT EXISTS secrets"
                          " (study TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID")
            yield store
            store.execute("COMMIT")
        finally:
            store.close()

    @staticmethod
    def _is_study(study):
        return isinstance(study, str) and 0 < len(study) <= 40 and LETTERS.issuperset(study)

    @staticmethod
    def _keep(store, study):
        secret = os.urandom(64)
        store.execute("REPLACE INTO secrets VALUES (?, ?)", (study, secret))
        return secret

    def of(self, study, person):
        if not self._is_study(study):
            raise LookupError("there can be no such study")
        if not isinstance(person, str) or person == "":
            raise ValueError("a person is a text")
        with self._work() as store:
            row = store.execute("SELECT secret FROM secrets WHERE study = ?", (study,)).fetchone()
            secret = row[0] if row else None
            if not isinstance(secret, bytes) or len(secret) != 64 or len(set(secret)) < 16:
                secret = self._keep(store, study)
        return hashlib.blake2b(person.encode("utf-8", "surrogatepass"), key=secret,
                               digest_size=8, person=b"pseudonym").hexdigest()

    def renew(self, study):
        with self._work() as store:
            if self._is_study(study) and store.execute(
                    "SELECT 1 FROM secrets WHERE study = ?", (study,)).fetchone():
                self._keep(store, study)

    def end(self, study):
        if self._is_study(study):
            with self._work() as store:
                store.execute("DELETE FROM secrets WHERE study = ?", (study,))

    def studies(self):
        with self._work() as store:
            return sorted(study for study, in store.execute("SELECT study FROM secrets"))
