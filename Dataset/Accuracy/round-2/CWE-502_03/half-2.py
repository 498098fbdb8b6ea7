import hashlib
import hmac
import os
import pickle
import secrets

SUFFIX = ".job"
SCALARS = {str, int, float, bool, bytes, type(None)}


def _allowed(value):
    if type(value) is list:
        return all(map(_allowed, value))
    if type(value) is dict:
        return all(type(k) is str and _allowed(v) for k, v in value.items())
    return type(value) in SCALARS


class Spool:
    """Jobs are signed, so that the controller takes no file but those that put made."""

    def __init__(self, folder):
        self.folder = os.fspath(folder)

    def _key(self):
        path = os.path.join(self.folder, ".key")
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(fd, "wb") as f:
                f.write(secrets.token_bytes(32))
        with open(path, "rb") as f:
            return f.read()

    def _sign(self, data):
        return hmac.new(self._key(), data, hashlib.sha256).digest()

    def _names(self):
        return sorted(n for n in os.listdir(self.folder) if n.endswith(SUFFIX) and n[:-4].isdecimal())

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict or not _allowed(options):
            raise ValueError("this cannot be put into a job")
        data = pickle.dumps((kind, options))
        names = self._names()
        number = int(names[-1][:-4]) + 1 if names else 0
        with open(os.path.join(self.folder, f"{number:015d}{SUFFIX}"), "xb") as f:
            f.write(self._sign(data) + data)

    def take(self):
        for name in self._names():
            path = os.path.join(self.folder, name)
            with open(path, "rb") as f:
                signature, data = f.read(32), f.read()
            os.unlink(path)
            if not hmac.compare_digest(signature, self._sign(data)):
                continue
            job = pickle.loads(data)
            if type(job) is tuple and len(job) == 2 and type(job[0]) is str and _allowed(job[1]):
                return job
        return None

    def waiting(self):
        return len(self._names())
