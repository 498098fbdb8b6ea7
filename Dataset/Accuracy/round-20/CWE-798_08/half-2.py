"""Pseudonyms of hikers in studies of tick bites."""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets

_STUDY = re.compile(r"[a-z0-9-]{1,40}")
_BYTES = 32


class Pseudonyms:
    """Each study has a file STUDY.key with a line: a secret of 256 bits in hexadecimal."""

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
        """The secret in this file, or None if there is none, or nothing in it."""
        try:
            with open(path, encoding="ascii") as file:
                line = file.read()
        except FileNotFoundError:
            return None
        if not line:
            return None
        return bytes.fromhex(line)      # a ValueError if it is anything else

    @staticmethod
    def _write(path, key):
        draft = path + ".new"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="ascii") as file:
            file.write(key + "\n")
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
                self._write(path, secrets.token_hex(_BYTES))
                key = self._read(path)
        message = b"person\0" + person.encode("utf-8", "surrogatepass")
        return hmac.new(key, message, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        path = self._path(study)
        with self._locked():
            if not os.path.exists(path):
                return
            self._write(path, secrets.token_hex(_BYTES))

    def end(self, study):
        path = self._path(study)
        with self._locked(), contextlib.suppress(FileNotFoundError):
            os.remove(path)

    def studies(self):
        return sorted(name[:-4] for name in os.listdir(self._folder) if name.endswith(".key"))
