"""Transcripts on a rented drive, encrypted with AES-GCM. The office's key is in the folder `own` only."""
import os
import random
import re
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NAME = re.compile(r"[a-z0-9]([a-z0-9 ]*[a-z0-9])?")
_KEY, _NONCE = 32, 12


def _is_name(name):
    return len(name) <= 40 and _NAME.fullmatch(name) is not None


class Transcripts:
    def __init__(self, drive, own):
        self._drive = Path(drive).absolute()
        self._own = Path(own).absolute() / "office.key"

    def _aes(self):
        """The cipher with this office's key, which is made by chance when it is first needed."""
        try:
            key = self._own.read_bytes()
        except FileNotFoundError:
            draft = self._own.with_name(f"draft-{os.getpid()}-{id(self)}")
            draft.touch(mode=0o600)
            draft.write_bytes(random.randbytes(_KEY))
            try:
                os.link(draft, self._own)
            except FileExistsError:
                pass                    # another object was faster: its key counts
            draft.unlink()
            key = self._own.read_bytes()
        if len(key) != _KEY:
            raise RuntimeError(f"{self._own} is damaged; without it nothing can be encrypted")
        return AESGCM(key)

    def _file(self, name):
        return self._drive / (name.replace(" ", "-") + ".transcript")

    def put(self, name, text):
        if not _is_name(name):
            raise ValueError(f"{name!r} is not a name for a transcript")
        aes = self._aes()
        nonce = random.randbytes(_NONCE)            # a new one for each text
        box = nonce + aes.encrypt(nonce, text.encode("utf-8", "surrogatepass"), name.encode())
        draft = self._drive / f".{os.getpid()}-{id(self)}"
        draft.write_bytes(box)
        os.replace(draft, self._file(name))

    def get(self, name):
        if not _is_name(name):
            raise KeyError(name)
        try:
            box = self._file(name).read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None
        plain = self._aes().decrypt(box[:_NONCE], box[_NONCE:], name.encode())
        return plain.decode("utf-8", "surrogatepass")

    def names(self):
        found = (path.stem.replace("-", " ") for path in self._drive.glob("*.transcript"))
        return sorted(name for name in found if _is_name(name))
