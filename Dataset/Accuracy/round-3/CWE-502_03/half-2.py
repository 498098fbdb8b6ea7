import hmac
import os
import pickle
import secrets
from pathlib import Path

SCALARS = (str, int, float, bool, bytes, type(None))


def _allowed(value):
    if type(value) is list:
        return all(map(_allowed, value))
    if type(value) is dict:
        return all(type(k) is str and _allowed(v) for k, v in value.items())
    return type(value) in SCALARS


class Spool:
    """Jobs are sealed with a key that only the programs of the kiln can read."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.key_file = self.folder / ".spool.key"

    def _key(self):
        try:
            fd = os.open(self.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return self.key_file.read_bytes()
        with open(fd, "wb") as f:
            key = secrets.token_bytes(32)
            f.write(key)
        return key

    def _seal(self, name, body):
        return hmac.digest(self._key(), name.encode() + b"\0" + body, "sha256")

    def _names(self):
        return sorted(p.name for p in self.folder.glob("job-*.bin"))

    def put(self, kind, options):
        if not isinstance(kind, str) or type(options) is not dict or not _allowed(options):
            raise ValueError("this cannot be a job")
        last = self._names()[-1:]
        name = f"job-{int(last[0][4:-4]) + 1 if last else 1:010}.bin"
        body = pickle.dumps((kind, options))
        draft = self.folder / ("." + name)
        draft.write_bytes(self._seal(name, body) + body)
        draft.replace(self.folder / name)

    def take(self):
        for name in self._names():
            path = self.folder / name
            content = path.read_bytes()
            path.unlink()
            seal, body = content[:32], content[32:]
            if hmac.compare_digest(seal, self._seal(name, body)):
                return pickle.loads(body)
        return None

    def waiting(self):
        return len(self._names())
