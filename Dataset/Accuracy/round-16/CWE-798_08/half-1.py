"""Pseudonyms for the tick studies.

The folder holds `key`, a secret that is drawn once, and for each study a file
`STUDY.begun` that says since when its present pseudonyms are given.
"""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets
import time

STUDY = re.compile("[a-z0-9-]{1,40}")


class Pseudonyms:
    def __init__(self, folder):
        self._folder = folder

    @contextlib.contextmanager
    def _locked(self):
        with open(os.path.join(self._folder, "lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _path(self, study):
        if not isinstance(study, str) or not STUDY.fullmatch(study):
            raise ValueError("not the name of a study")
        return os.path.join(self._folder, study + ".begun")

    def _read(self, path):
        try:
            with open(path, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    def _write(self, path, data):
        temporary = os.path.join(self._folder, ".new")
        with open(temporary, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)

    def _begin(self, study):
        """A new beginning: never the same time twice."""
        self._write(self._path(study), b"%020d" % time.time_ns())

    def _key(self):
        path = os.path.join(self._folder, "key")
        key = self._read(path)
        if len(key) != 32:
            key = secrets.token_bytes(32)
            self._write(path, key)
        return key

    def of(self, study, person):
        if not isinstance(person, str) or not person:
            raise ValueError("not a person")
        path = self._path(study)
        with self._locked():
            key = self._key()
            begun = self._read(path)
            if len(begun) != 20:
                self._begin(study)
                begun = self._read(path)
        text = b"\0".join((study.encode(), begun, person.encode("utf-8", "surrogatepass")))
        return hmac.new(key, text, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        with self._locked():
            if os.path.exists(self._path(study)):
                self._begin(study)

    def end(self, study):
        with self._locked(), contextlib.suppress(FileNotFoundError):
            os.remove(self._path(study))

    def studies(self):
        return sorted(name[:-6] for name in os.listdir(self._folder) if name.endswith(".begun"))
