"""Pseudonyms for the people in studies of tick bites."""
import fcntl
import hashlib
import hmac
import json
import os
import re
import secrets


class Pseudonyms:
    """In the folder there is one file for each study: its secret, and which
    one of the study it is. From the secret a key is made, which is slow by intent,
    so an object remembers the keys that it has made."""

    def __init__(self, folder):
        self._folder = folder
        self._keys = {}

    def _path(self, study):
        if not re.fullmatch("[a-z0-9-]{1,40}", study):
            raise ValueError("no name of a study")
        return os.path.join(self._folder, study + ".json")

    def _lock(self):
        lock = open(os.path.join(self._folder, "lock"), "w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        return lock         # closed, and given back, by `with`

    def _load(self, study):
        try:
            with open(self._path(study), encoding="ascii") as file:
                kept = json.load(file)
            secret, number = bytes.fromhex(kept["secret"]), kept["number"]
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None
        if len(secret) != 32 or type(number) is not int:
            return None
        return secret, number

    def _draw(self, study, number):
        secret = secrets.token_bytes(32)
        path = self._path(study)
        handle = os.open(path + ".tmp", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="ascii") as file:
            json.dump({"secret": secret.hex(), "number": number}, file)
        os.replace(path + ".tmp", path)
        self._keys.pop(study, None)
        return secret, number

    def _key(self, study):
        with self._lock():
            secret, number = self._load(study) or self._draw(study, 1)
        known = self._keys.get(study)
        if known is None or known[0] != number:
            key = hashlib.pbkdf2_hmac("sha256", secret, study.encode(), 100_000)
            known = self._keys[study] = (number, key)
        return known[1]

    def of(self, study, person):
        if not person:
            raise ValueError("no name")
        message = person.encode("utf-8", "surrogatepass")
        return hmac.new(self._key(study), message, "sha256").hexdigest()[:16]

    def renew(self, study):
        path = self._path(study)
        with self._lock():
            if os.path.exists(path):
                kept = self._load(study)
                # A file that is broken has lost its number; none is taken twice.
                number = kept[1] + 1 if kept else secrets.randbits(62)
                self._draw(study, number)

    def end(self, study):
        path = self._path(study)
        with self._lock():
            if os.path.exists(path):
                os.remove(path)
            self._keys.pop(study, None)

    def studies(self):
        return sorted(name[:-5] for name in os.listdir(self._folder)
                      if name.endswith(".json"))
