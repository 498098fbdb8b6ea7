"""Pseudonyms for people in studies. All that is secret is drawn by chance and lies in the folder."""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets
import time

_STUDY = re.compile(r"[a-z0-9-]{1,40}", re.ASCII)
_SIZE = 32


class Pseudonyms:
    def __init__(self, folder):
        self._folder = folder
        self._secret_path = os.path.join(folder, "secret")

    @contextlib.contextmanager
    def _locked(self):
        handle = os.open(os.path.join(self._folder, "lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    @staticmethod
    def _read(path):
        """What is kept, or None if it is lost or broken."""
        try:
            with open(path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return None
        return data if len(data) == _SIZE else None

    @staticmethod
    def _write(path, data):
        draft = path + "~"
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        os.replace(draft, path)

    def _secret(self):
        secret = self._read(self._secret_path)
        if secret is None:
            secret = secrets.token_bytes(_SIZE)
            self._write(self._secret_path, secret)
        return secret

    def _path(self, study):
        if not _STUDY.fullmatch(study):
            raise ValueError("not the name of a study")
        return os.path.join(self._folder, "study." + study)

    def _begin(self, study):
        """Gives the study a key of its own, which no other and no earlier one has had."""
        begun = b"%s %d" % (study.encode("ascii"), time.time_ns())
        key = hmac.new(self._secret(), begun, hashlib.sha256).digest()
        self._write(self._path(study), key)
        return key

    def of(self, study, person):
        path = self._path(study)
        if not person:
            raise ValueError("no name")
        with self._locked():
            key = self._read(path)
            if key is None:
                key = self._begin(study)
        text = person.encode("utf-8", "surrogatepass")
        return hmac.new(key, text, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        with self._locked():
            if os.path.exists(self._path(study)):
                self._begin(study)

    def end(self, study):
        with self._locked():
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._path(study))

    def studies(self):
        with self._locked():
            names = os.listdir(self._folder)
        return sorted(name[6:] for name in names if name.startswith("study.") and not name.endswith("~"))
