import hashlib
import hmac
import os
import pickle
import secrets
import time

PLAIN = (str, int, float, bool, bytes, type(None))


def _plain(value):
    if type(value) is list:
        return all(map(_plain, value))
    if type(value) is dict:
        return all(type(k) is str and _plain(v) for k, v in value.items())
    return type(value) in PLAIN


class Spool:
    def __init__(self, folder):
        self.folder = folder

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

    def _jobs(self):
        return sorted(n for n in os.listdir(self.folder) if n.endswith(".job"))

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict or not _plain(options):
            raise ValueError("only plain values can be put")
        body = pickle.dumps((kind, options))
        seal = hmac.new(self._key(), body, hashlib.sha256).digest()
        jobs = self._jobs()
        number = max(time.time_ns(), int(jobs[-1][:-4]) + 1 if jobs and jobs[-1][:-4].isdecimal() else 0)
        path = os.path.join(self.folder, f"{number:020d}.job")
        with open(path + ".new", "wb") as f:
            f.write(seal + body)
        os.rename(path + ".new", path)

    def take(self):
        for name in self._jobs():
            path = os.path.join(self.folder, name)
            with open(path, "rb") as f:
                raw = f.read()
            os.unlink(path)
            seal, body = raw[:32], raw[32:]
            if not hmac.compare_digest(seal, hmac.new(self._key(), body, hashlib.sha256).digest()):
                continue
            kind, options = pickle.loads(body)
            if type(kind) is str and type(options) is dict and _plain(options):
                return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
