import base64
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class KeyLost(Exception):
    """The office's key is gone."""


def office_key(own: str) -> bytes:
    path = Path(own, "key.bin")
    if not path.exists():
        path.write_bytes(AESGCM.generate_key(256))
    key = path.read_bytes()
    if len(key) != 32:
        raise KeyLost(own)
    return key


class Transcripts:
    def __init__(self, drive: str, own: str):
        self.file = Path(drive) / "transcripts.json"
        self.own = own

    def _load(self) -> dict[str, list[str]]:
        return json.loads(self.file.read_text()) if self.file.exists() else {}

    def put(self, name: str, text: str) -> None:
        nonce = os.urandom(12)
        sealed = AESGCM(office_key(self.own)).encrypt(nonce, text.encode("utf-8"), name.encode())
        stored = self._load() | {name: [base64.b64encode(part).decode() for part in (nonce, sealed)]}
        self.file.write_text(json.dumps(stored))

    def get(self, name: str) -> str:
        nonce, sealed = map(base64.b64decode, self._load()[name])
        try:
            return AESGCM(office_key(self.own)).decrypt(nonce, sealed, name.encode()).decode("utf-8")
        except InvalidTag:
            raise KeyLost(f"{name} was not written by this office") from None

    def names(self) -> list[str]:
        return sorted(self._load())
