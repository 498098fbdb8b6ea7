"""Pseudonyms for the people of a study: HMAC with a random key for each study."""
import contextlib
import fcntl
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

_STUDY = re.compile(r"[a-z0-9-]{1,40}")


class Pseudonyms:
    def __init__(self, folder):
        self._folder = Path(folder).absolute()

    @contextlib.contextmanager
    def _locked(self):
        """One program at a time."""
        with open(self._folder / ".lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _path(self, study):
        return self._folder / f"{study}.key"

    def _load(self, study):
        """The key that is kept for a study, or None if there is none."""
        try:
            text = self._path(study).read_text("ascii").strip()
        except FileNotFoundError:
            return None
        if not text:                        # lost, after a crash perhaps
            return None
        return bytes.fromhex(text)          # ValueError if it is damaged

    def _draw(self, study):
        """Draws a new key and keeps it; the old one is gone."""
        key = secrets.token_bytes(32)
        path = self._path(study)
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(fd, "w", encoding="ascii") as file:
            file.write(key.hex() + "\n")
        return key

    def of(self, study, person):
        if not isinstance(study, str) or not _STUDY.fullmatch(study):
            raise ValueError("not the name of a study")
        if not isinstance(person, str) or not person:
            raise ValueError("a person is a text that is not empty")
        with self._locked():
            key = self._load(study)
            if key is None:
                key = self._draw(study)
        digest = hmac.new(key, person.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return digest.hexdigest()[:16]

    def renew(self, study):
        with self._locked():
            if study in self._running():
                self._draw(study)

    def end(self, study):
        with self._locked():
            if study in self._running():
                self._path(study).unlink()

    def _running(self):
        return [path.stem for path in self._folder.glob("*.key") if _STUDY.fullmatch(path.stem)]

    def studies(self):
        return sorted(self._running())
