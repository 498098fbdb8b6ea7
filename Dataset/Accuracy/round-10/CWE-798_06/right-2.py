"""All transcripts of an office are rows of one SQLite file on the drive. A row holds the name, and nonce and
ciphertext (AES-256-GCM; the name is authenticated with it)."""
import contextlib
import os
import re
import sqlite3

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_SCHEMA = "CREATE TABLE IF NOT EXISTS sheet (name TEXT PRIMARY KEY, nonce BLOB NOT NULL, body BLOB NOT NULL)"
_valid = re.compile("(?! )[a-z0-9 ]{1,40}(?<! )").fullmatch


class Transcripts:
    def __init__(self, drive, own):
        self._database = os.path.join(os.path.abspath(drive), "transcripts.sqlite")
        self._own = os.path.abspath(own)

    @contextlib.contextmanager
    def _rows(self):
        with contextlib.closing(sqlite3.connect(self._database, timeout=30)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            with connection:
                connection.execute(_SCHEMA)
                yield connection

    def _key(self):
        folder = os.open(self._own, os.O_RDONLY | os.O_DIRECTORY)
        try:
            for _ in range(2):
                try:
                    with open(os.open("key", os.O_RDONLY, dir_fd=folder), "rb") as file:
                        key = file.read()
                except FileNotFoundError:
                    self._make_key(folder)
                else:
                    if len(key) == 32:
                        return key
                    raise OSError(f"the key in {self._own} is {len(key)} bytes long")
            raise OSError(f"no key can be made in {self._own}")
        finally:
            os.close(folder)

    @staticmethod
    def _make_key(folder):
        draft = "new." + os.urandom(8).hex()
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder), "wb") as file:
            file.write(AESGCM.generate_key(256))
        try:
            os.link(draft, "key", src_dir_fd=folder, dst_dir_fd=folder)
        except FileExistsError:
            pass
        finally:
            os.unlink(draft, dir_fd=folder)

    def put(self, name, text):
        if not _valid(name):
            raise ValueError("names have 1 to 40 small letters, digits, and blanks between them")
        nonce = os.urandom(12)
        body = AESGCM(self._key()).encrypt(nonce, text.encode("utf-32-le", "surrogatepass"), name.encode())
        with self._rows() as rows:
            rows.execute("REPLACE INTO sheet VALUES (?, ?, ?)", (name, nonce, body))

    def get(self, name):
        with self._rows() as rows:
            found = rows.execute("SELECT nonce, body FROM sheet WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        return AESGCM(self._key()).decrypt(*found, name.encode()).decode("utf-32-le", "surrogatepass")

    def names(self):
        with self._rows() as rows:
            return sorted(name for name, in rows.execute("SELECT name FROM sheet") if _valid(name))
