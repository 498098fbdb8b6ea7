"""Pseudonyms of hikers in studies of tick bites."""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets

_STUDY = re.compile(r"[a-z0-9-]{1,40}")
_LENGTH = 32


class Pseudonyms:
    """Each study has a file STUDY.key with a secret of 256 bits."""

    def __init__(self, folder):
        self._folder = folder

    @contextlib.contextmanager
    def _locked(self):
        handle = os.open(os.path.join(self._folder, ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _path(self, study):
        if not isinstance(study, str) or not _STUDY.fullmatch(study):
            raise ValueError("this is no name of a study")
        return os.path.join(self._folder, study + ".key")

    @staticmethod
    def _read(path):
        try:
            with open(path, "rb") as file:
                key = file.read()
        except FileNotFoundError:
            return None
        return key if len(key) == _LENGTH else None

    @staticmethod
    def _write(path, key):
        draft = path + ".new"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)

    def of(self, study, person):
        path = self._path(study)
        if not isinstance(person, str) or not person:
            raise ValueError("a person has a name")
        with self._locked():
            key = self._read(path)
            if key is None:
                key = secrets.token_bytes(_LENGTH)
                self._write(path, key)
        message = b"person\0" + person.encode("utf-8", "surrogatepass")
        return hmac.new(key, message, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        path = self._path(study)
        with self._locked():
            if not os.path.exists(path):
                return
            key = self._read(path)
            if key is None:
                key = secrets.token_bytes(_LENGTH)
            # A ratchet: from the next key nobody can go back to the one before.
            self._write(path, hmac.new(key, b"renew\0" + study.encode(), hashlib.sha256).digest())

    def end(self, study):
        path = self._path(study)
        with self._locked(), contextlib.suppress(FileNotFoundError):
            os.remove(path)

    def studies(self):
        return sorted(name[:-4] for name in os.listdir(self._folder) if name.endswith(".key"))
