import hashlib
import hmac
import os
import pickle
import secrets
from pathlib import Path

PLAIN = {str, int, float, bool, type(None), bytes}


def _plain(value):
    if type(value) is dict:
        return all(type(key) is str and _plain(item) for key, item in value.items())
    if type(value) is list:
        return all(map(_plain, value))
    return type(value) in PLAIN


class Spool:
    def __init__(self, folder):
        self._folder = Path(folder)
        self._key_file = self._folder / ".spool-key"
        try:
            handle = os.open(self._key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "wb") as out:
                out.write(secrets.token_bytes(32))

    def _seal(self, payload):
        return hmac.new(self._key_file.read_bytes(), payload, hashlib.sha256).digest()

    def _jobs(self):
        return sorted(
            (int(path.stem), path) for path in self._folder.glob("*.job")
            if path.stem.isascii() and path.stem.isdigit()
        )

    def put(self, kind, options):
        if not isinstance(kind, str) or not isinstance(options, dict) or not _plain(options):
            raise ValueError("the job holds a value that cannot be stored")
        payload = pickle.dumps((kind, options))
        number = self._jobs()[-1][0] + 1 if self._jobs() else 1
        draft = self._folder / f".{secrets.token_hex(8)}.part"
        draft.write_bytes(self._seal(payload) + payload)
        draft.rename(self._folder / f"{number:016d}.job")

    def take(self):
        for _, path in self._jobs():
            sealed = path.read_bytes()
            path.unlink()
            seal, payload = sealed[:32], sealed[32:]
            if hmac.compare_digest(seal, self._seal(payload)):
                kind, options = pickle.loads(payload)
                if isinstance(kind, str) and isinstance(options, dict) and _plain(options):
                    return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
