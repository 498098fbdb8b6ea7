import os
import re
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9 ]{0,38}[a-z0-9])?")


class Transcripts:
    def __init__(self, drive, own):
        self._drive = Path(drive)
        self._own = Path(own)

    def _cipher(self, name, create):
        path = self._own / "secret"
        if create and not path.exists():
            draft = self._own / f"secret.{secrets.token_hex(8)}"
            draft.write_bytes(secrets.token_bytes(64))
            try:
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        secret = path.read_bytes()
        if not secret:
            raise ValueError("the secret of this office is gone")
        kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"transcript " + name.encode())
        return AESGCM(kdf.derive(secret))

    def put(self, name, text):
        if not _NAME.fullmatch(name):
            raise ValueError(f"bad name: {name!r}")
        nonce = os.urandom(12)
        data = text.encode("utf-8", "surrogatepass")
        blob = nonce + self._cipher(name, True).encrypt(nonce, data, None)
        draft = self._drive / f".{secrets.token_hex(8)}"
        draft.write_bytes(blob)
        os.replace(draft, self._drive / f"{name}.bin")

    def get(self, name):
        if not _NAME.fullmatch(name):
            raise KeyError(name)
        try:
            blob = (self._drive / f"{name}.bin").read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None
        data = self._cipher(name, False).decrypt(blob[:12], blob[12:], None)
        return data.decode("utf-8", "surrogatepass")

    def names(self):
        return sorted(p.stem for p in self._drive.glob("*.bin") if _NAME.fullmatch(p.stem))
