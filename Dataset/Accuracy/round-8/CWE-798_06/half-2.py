import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

PART = 16 * 1024


class Transcripts:
    def __init__(self, drive, own):
        self._drive = Path(drive)
        self._key_file = Path(own) / "office.key"

    def _fernet(self):
        if not self._key_file.exists():
            draft = self._key_file.with_name(f"draft-{secrets.token_hex(8)}")
            draft.write_bytes(Fernet.generate_key())
            try:
                os.link(draft, self._key_file)
            except FileExistsError:
                pass
            draft.unlink()
        key = self._key_file.read_bytes()
        if len(key) != 44:
            raise RuntimeError("the key of this office is damaged")
        return Fernet(key)

    def _path(self, name):
        return self._drive / f"{name}.txt.enc"

    def put(self, name, text):
        fernet = self._fernet()
        data = text.encode("utf-8", "surrogatepass")
        draft = self._drive / f".{secrets.token_hex(8)}.draft"
        with open(draft, "wb") as out:
            for start in range(0, max(len(data), 1), PART):
                out.write(fernet.encrypt(name.encode() + b"\0" + data[start:start + PART]) + b"\n")
        os.replace(draft, self._path(name))

    def get(self, name):
        if not self._path(name).is_file():
            raise KeyError(name)
        fernet = self._fernet()
        data = b""
        with open(self._path(name), "rb") as tokens:
            for token in tokens:
                owner, _, part = fernet.decrypt(token.strip()).partition(b"\0")
                if owner != name.encode():
                    raise InvalidToken
                data += part
        return data.decode("utf-8", "surrogatepass")

    def names(self):
        return sorted(path.name[:-len(".txt.enc")] for path in self._drive.glob("*.txt.enc"))
