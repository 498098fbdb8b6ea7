import os
import re
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
KEY_LENGTH = 32
NAME = re.compile(r"(?! )[a-z0-9 ]{1,40}(?<! )")


class Transcripts:
    def __init__(self, drive, own):
        self.drive = Path(drive)
        self.own = Path(own)

    # -- keys

    def _key(self, key_id):
        key = (self.own / f"{key_id}.key").read_bytes()
        if len(key) != KEY_LENGTH:
            raise ValueError("the key has been damaged")
        return key

    def _current_key(self):
        """The id of a good key, which is made if there is none."""
        for path in sorted(self.own.glob("*.key")):
            if path.stat().st_size == KEY_LENGTH:
                return path.stem
        key_id = secrets.token_hex(8)
        draft = self.own / f"{key_id}.new"
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "wb") as stream:
            stream.write(AESGCM.generate_key(8 * KEY_LENGTH))
        draft.rename(self.own / f"{key_id}.key")
        return key_id

    # -- transcripts

    @staticmethod
    def _bound(name, header):
        """What is authenticated besides the text: whose it is, and how it was encrypted."""
        return header + name.encode("ascii")

    def put(self, name, text):
        if NAME.fullmatch(name) is None:
            raise ValueError(f"bad name: {name!r}")
        key_id = self._current_key()
        header = bytes([VERSION, len(key_id)]) + key_id.encode("ascii")
        nonce = secrets.token_bytes(12)
        sealed = AESGCM(self._key(key_id)).encrypt(
            nonce, text.encode("utf-8", "surrogatepass"), self._bound(name, header)
        )
        draft = self.drive / f".{secrets.token_hex(8)}"
        draft.write_bytes(header + nonce + sealed)
        draft.replace(self.drive / f"{name}.enc")

    def get(self, name):
        if NAME.fullmatch(name) is None:
            raise KeyError(name)
        try:
            content = (self.drive / f"{name}.enc").read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None
        if len(content) < 2 or content[0] != VERSION:
            raise ValueError("this is no transcript")
        end = 2 + content[1]
        header, nonce, sealed = content[:end], content[end : end + 12], content[end + 12 :]
        key = self._key(header[2:].decode("ascii"))
        return AESGCM(key).decrypt(nonce, sealed, self._bound(name, header)).decode(
            "utf-8", "surrogatepass"
        )

    def names(self):
        return sorted(p.stem for p in self.drive.glob("*.enc") if NAME.fullmatch(p.stem))
