import os
import re
import secrets
from pathlib import Path

from cryptography.fernet import Fernet

NAME = re.compile(r"[a-z0-9]|[a-z0-9][a-z0-9 ]{0,38}[a-z0-9]")


class Transcripts:
    """The first line of a file on the drive says which of the office's keys it needs, so that
    the office can begin a new key (by moving `current` away) and still read its old tapes."""

    def __init__(self, drive, own):
        self.drive = Path(drive)
        self.own = Path(own)

    def _current(self):
        pointer = self.own / "current"
        if not pointer.exists():
            key_id = "key-" + secrets.token_hex(8)
            self._write(self.own / key_id, Fernet.generate_key())
            self._write(pointer, key_id.encode())
        return pointer.read_text()

    def _cipher(self, key_id):
        return Fernet((self.own / key_id).read_bytes())

    @staticmethod
    def _write(path, data):
        draft = path.with_name(".new-" + secrets.token_hex(8))
        draft.write_bytes(data)
        os.replace(draft, path)

    def put(self, name, text):
        if not NAME.fullmatch(name):
            raise ValueError(f"bad name {name!r}")
        key_id = self._current()
        token = self._cipher(key_id).encrypt(text.encode("utf-8", "surrogatepass"))
        self._write(self.drive / (name + ".transcript"), key_id.encode() + b"\n" + token)

    def get(self, name):
        if not NAME.fullmatch(name):
            raise KeyError(name)
        try:
            blob = (self.drive / (name + ".transcript")).read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None
        key_id, _, token = blob.partition(b"\n")
        return self._cipher(key_id.decode()).decrypt(token).decode("utf-8", "surrogatepass")

    def names(self):
        return sorted(p.stem for p in self.drive.glob("*.transcript") if NAME.fullmatch(p.stem))
