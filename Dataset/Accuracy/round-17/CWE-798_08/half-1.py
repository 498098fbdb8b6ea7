import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets
import time

_STUDY = re.compile(r"[a-z0-9-]{1,40}")
_KEY_BYTES = 32


class Pseudonyms:
    """In the folder: `secret`, drawn by chance, and for each study a file STUDY.begun,
    which tells since when its present pseudonyms hold."""

    def __init__(self, folder):
        self._folder = os.path.abspath(folder)

    def of(self, study, person):
        self._check(study)
        if not isinstance(person, str) or not person:
            raise ValueError("a person is a text that is not empty")
        with self._locked():
            key = self._secret()
            begun = self._begun(study)
        message = f"{study}\n{begun}\n".encode() + person.encode("utf-8", "surrogatepass")
        return hmac.new(key, message, hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        self._check(study)
        with self._locked():
            if os.path.lexists(self._path(study)):
                self._begin(study)

    def end(self, study):
        self._check(study)
        with self._locked():
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._path(study))

    def studies(self):
        return sorted(name[:-len(".begun")] for name in os.listdir(self._folder)
                      if name.endswith(".begun") and _STUDY.fullmatch(name[:-len(".begun")]))

    # what is kept

    @staticmethod
    def _check(study):
        if not isinstance(study, str) or not _STUDY.fullmatch(study):
            raise ValueError("not the name of a study")

    def _path(self, study):
        return os.path.join(self._folder, study + ".begun")

    @contextlib.contextmanager
    def _locked(self):
        number = os.open(os.path.join(self._folder, ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield
        finally:
            os.close(number)

    def _write(self, path, content):
        draft = os.path.join(self._folder, ".draft")
        with contextlib.suppress(FileNotFoundError):
            os.unlink(draft)
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(number)
        os.replace(draft, path)

    def _secret(self):
        path = os.path.join(self._folder, "secret")
        try:
            with open(path, "rb") as file:
                key = file.read()
        except FileNotFoundError:
            key = secrets.token_bytes(_KEY_BYTES)
            self._write(path, key)
        if len(key) != _KEY_BYTES:
            raise RuntimeError("the secret is damaged")
        return key

    def _begun(self, study):
        try:
            with open(self._path(study), "rb") as file:
                begun = file.read().decode("ascii")
        except FileNotFoundError:
            return self._begin(study)
        if not re.fullmatch(r"[0-9]{10,}", begun):
            raise RuntimeError("what is kept for the study is damaged")
        return begun

    def _begin(self, study):
        begun = str(time.time_ns())
        self._write(self._path(study), begun.encode("ascii"))
        return begun
