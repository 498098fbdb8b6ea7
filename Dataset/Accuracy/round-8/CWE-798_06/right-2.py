import logging
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

log = logging.getLogger(__name__)


class DamagedKey(Exception):
    pass


class Office:
    """The folder `own`: one SQLite file with one key."""

    def __init__(self, folder: Path):
        self.file = folder.resolve() / "office.db"

    def cipher(self) -> AESGCM:
        try:
            with closing(sqlite3.connect(self.file, timeout=30)) as con, con:
                con.execute("CREATE TABLE IF NOT EXISTS keys (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB NOT NULL)")
                con.execute("INSERT OR IGNORE INTO keys VALUES (1, ?)", (secrets.token_bytes(32),))
                ((key,),) = con.execute("SELECT key FROM keys")
        except (sqlite3.DatabaseError, ValueError) as error:
            raise DamagedKey(str(self.file)) from error
        if not isinstance(key, bytes) or len(key) != 32:
            raise DamagedKey(str(self.file))
        return AESGCM(key)


class Transcripts:
    def __init__(self, drive, own):
        self.drive = Path(drive).resolve()
        self.office = Office(Path(own))

    @contextmanager
    def _replacing(self, target: Path) -> Iterator:
        draft = target.with_name(secrets.token_hex(16) + ".new")
        try:
            with draft.open("xb") as out:
                yield out
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.drive / (name.encode().hex() + ".gcm")

    def put(self, name, text):
        cipher, nonce = self.office.cipher(), os.urandom(12)
        with self._replacing(self._file(name)) as out:
            out.write(nonce)
            out.write(cipher.encrypt(nonce, text.encode("utf-8", "surrogatepass"), name.encode()))
        log.info("stored %r", name)

    def get(self, name):
        try:
            data = memoryview(self._file(name).read_bytes())
        except FileNotFoundError as missing:
            raise KeyError(name) from missing
        if len(data) < 28:
            raise InvalidTag
        return str(self.office.cipher().decrypt(data[:12], data[12:], name.encode()), "utf-8", "surrogatepass")

    def names(self):
        return sorted(bytes.fromhex(path.stem).decode() for path in self.drive.glob("*.gcm"))
