import os
import re
from pathlib import Path
from uuid import uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_SUFFIX = ".aes"
_NAME = re.compile(r"(?! )[a-z0-9 ]{1,40}(?<! )")


class KeyDamaged(Exception):
    pass


class Transcripts:
    def __init__(self, drive, own):
        self._drive = Path(drive)
        self._key_file = Path(own) / "key.bin"

    def _make_key(self):
        draft = self._key_file.with_name(uuid4().hex)
        draft.write_bytes(AESGCM.generate_key(bit_length=256))
        draft.chmod(0o600)
        try:
            os.link(draft, self._key_file)
        except FileExistsError:
            pass
        draft.unlink()

    def _aes(self):
        key = self._key_file.read_bytes()
        if len(key) != 32:
            raise KeyDamaged(str(self._key_file))
        return AESGCM(key)

    def put(self, name, text):
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        if not self._key_file.exists():
            self._make_key()
        blob = b""
        if text:
            nonce = os.urandom(12)
            blob = nonce + self._aes().encrypt(nonce, text.encode("utf-8", "surrogatepass"), name.encode())
        draft = self._drive / (uuid4().hex + ".part")
        draft.write_bytes(blob)
        draft.replace(self._drive / (name + _SUFFIX))

    def get(self, name):
        path = self._drive / (name + _SUFFIX)
        if not _NAME.fullmatch(name) or not path.is_file():
            raise KeyError(name)
        blob = path.read_bytes()
        if not blob:
            return ""
        data = self._aes().decrypt(blob[:12], blob[12:], name.encode())
        return data.decode("utf-8", "surrogatepass")

    def names(self):
        return sorted(n for n in (p.name.removesuffix(_SUFFIX) for p in self._drive.glob("*" + _SUFFIX))
                      if _NAME.fullmatch(n))
