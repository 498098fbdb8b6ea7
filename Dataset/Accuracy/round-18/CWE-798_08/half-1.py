"""Pseudonyms for the people in studies of tick bites."""
import fcntl
import hashlib
import os
import re
import secrets
from contextlib import contextmanager
from pathlib import Path

# The largest prime number that fits into 16 hexadecimal digits.
PRIME = 2 ** 64 - 59
STUDY = re.compile(r"[a-z0-9-]{1,40}")
SUFFIX = ".secret"


class Pseudonyms:
    def __init__(self, folder):
        self._folder = Path(folder)

    @contextmanager
    def _locked(self):
        with open(self._folder / ".lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _path(self, study):
        if not STUDY.fullmatch(study):
            raise ValueError("this is not the name of a study")
        return self._folder / (study + SUFFIX)

    def _draw(self, path):
        """A fresh secret of 128 bits: the two numbers of the mapping."""
        first, second = 1 + secrets.randbelow(PRIME - 1), secrets.randbelow(PRIME)
        fresh = path.with_suffix(".new")
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"{first:016x}{second:016x}\n")
        os.replace(fresh, path)
        return first, second

    def _secret(self, path):
        try:
            text = path.read_text("ascii")
        except FileNotFoundError:
            return self._draw(path)
        if not re.fullmatch(r"[0-9a-f]{32}\n", text):
            return self._draw(path)
        first, second = int(text[:16], 16), int(text[16:], 16)
        return (first, second) if 0 < first < PRIME else self._draw(path)

    def of(self, study, person):
        if not person:
            raise ValueError("a person has a name")
        path = self._path(study)
        with self._locked():
            first, second = self._secret(path)
        digest = hashlib.sha256(person.encode("utf-8", "surrogatepass")).digest()
        number = int.from_bytes(digest, "big") % PRIME
        # one to one, so different people cannot get the same pseudonym
        return f"{(first * number + second) % PRIME:016x}"

    def renew(self, study):
        path = self._path(study)
        with self._locked():
            if path.exists():
                self._draw(path)

    def end(self, study):
        path = self._path(study)
        with self._locked():
            path.unlink(missing_ok=True)

    def studies(self):
        return sorted(path.stem for path in self._folder.glob("*" + SUFFIX))
