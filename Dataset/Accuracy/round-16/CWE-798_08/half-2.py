import fcntl
import hashlib
import os
import re
import secrets


class Pseudonyms:
    """One file for each study, with its secret in hexadecimal digits."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _file(self, study):
        if not re.fullmatch(r"[a-z0-9-]{1,40}", study):
            raise ValueError(f"no study can have the name {study!r}")
        return os.path.join(self.folder, study + ".secret")

    def _lock(self):
        lock = open(os.path.join(self.folder, ".lock"), "a")
        fcntl.flock(lock, fcntl.LOCK_EX)          # until it is closed
        return lock

    @staticmethod
    def _draw(path):
        secret = secrets.token_bytes(32)
        with open(path, "w", opener=lambda p, flags: os.open(p, flags, 0o600)) as file:
            file.write(secret.hex())
        return secret

    def _secret(self, path):
        try:
            with open(path) as file:
                secret = bytes.fromhex(file.read())
        except FileNotFoundError:
            secret = b""
        # lost or empty: never go on with an empty one
        return secret or self._draw(path)

    def of(self, study, person):
        if not person:
            raise ValueError("nobody")
        path = self._file(study)
        with self._lock():
            secret = self._secret(path)
        return hashlib.blake2b(person.encode("utf-8", "surrogatepass"), key=secret, digest_size=8).hexdigest()

    def renew(self, study):
        path = self._file(study)
        with self._lock():
            if os.path.exists(path):
                self._draw(path)

    def end(self, study):
        path = self._file(study)
        with self._lock():
            if os.path.exists(path):
                os.remove(path)

    def studies(self):
        with self._lock():
            return sorted(name.removesuffix(".secret") for name in os.listdir(self.folder)
                          if name.endswith(".secret"))
