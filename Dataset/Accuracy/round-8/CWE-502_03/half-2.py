import hashlib
import hmac
import os
import pickle
import re
import secrets

_JOB = re.compile(r"([0-9]{1,30})\.job")


def _allowed(value):
    if value is None or type(value) in (str, int, float, bool, bytes):
        return True
    if type(value) is list:
        return all(map(_allowed, value))
    if type(value) is dict:
        return all(type(key) is str for key in value) and all(map(_allowed, value.values()))
    return False


class Spool:
    """Every job is sealed with a secret key that only the spool's own programs can read."""

    def __init__(self, folder):
        self._folder = folder
        self._key_path = os.path.join(folder, ".key")

    def _key(self):
        try:
            descriptor = os.open(self._key_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(descriptor, "wb") as file:
                file.write(secrets.token_bytes(32))
        with open(self._key_path, "rb") as file:
            if os.fstat(file.fileno()).st_mode & 0o077:
                raise PermissionError("the key is open to others")
            return file.read()

    def _seal(self, name, data):
        return hmac.new(self._key(), name.encode() + b"\0" + data, hashlib.sha256).digest()

    def _jobs(self):
        found = ((_JOB.fullmatch(name), name) for name in os.listdir(self._folder))
        return [name for _, name in sorted((int(match[1]), name) for match, name in found if match)]

    def put(self, kind, options):
        try:
            good = type(kind) is str and type(options) is dict and _allowed(options)
        except RecursionError:
            good = False
        if not good:
            raise ValueError("a job cannot hold this")
        jobs = self._jobs()
        name = "%015d.job" % (int(jobs[-1].split(".")[0]) + 1 if jobs else 1)
        data = pickle.dumps((kind, options))
        path = os.path.join(self._folder, name)
        with open(path + "~", "wb") as file:
            file.write(self._seal(name, data) + data)
        os.replace(path + "~", path)

    def take(self):
        for name in self._jobs():
            path = os.path.join(self._folder, name)
            try:
                with open(path, "rb") as file:
                    content = file.read()
                os.unlink(path)
            except OSError:
                continue
            seal, data = content[:32], content[32:]
            if hmac.compare_digest(seal, self._seal(name, data)):
                return pickle.loads(data)
        return None

    def waiting(self):
        return len(self._jobs())
