"""Accounts of a choir's singers, in memory."""
import dataclasses
import hashlib
import secrets
import string
from typing import Optional


def _bytes(value):
    return value.encode("utf-8", "surrogatepass")


def _stretch(password, salt):
    # hashed first, so that all passwords have the same length for PBKDF2
    return hashlib.pbkdf2_hmac("sha512", hashlib.sha512(_bytes(password)).digest(), salt, 120_000)


@dataclasses.dataclass
class _Secret:
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password):
        salt = secrets.token_bytes(16)
        return cls(salt, _stretch(password, salt))

    def fits(self, password):
        return secrets.compare_digest(self.digest, _stretch(password, self.salt))


@dataclasses.dataclass
class _Singer:
    secret: _Secret
    code: Optional[str] = None


class Accounts:
    ALPHABET = string.ascii_letters + string.digits

    def __init__(self):
        self._singers: dict[str, _Singer] = {}
        self._nobody = _Singer(_Secret.of(secrets.token_hex()))     # takes as long as a real one

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name in self._singers:
            return False
        singer = _Singer(_Secret.of(password))
        # setdefault is atomic: of two at the same time, one gets the name
        return self._singers.setdefault(name, singer) is singer

    def login(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str):
            return False
        singer = self._singers.get(name, self._nobody)
        return singer.secret.fits(password) and singer is not self._nobody

    def forgot(self, name):
        singer = self._singers.get(name) if isinstance(name, str) else None
        if singer is None:
            return None
        singer.code = "".join(secrets.choice(self.ALPHABET) for _ in range(20))
        return singer.code

    def reset(self, name, code, password):
        if not all(isinstance(value, str) for value in (name, code, password)):
            return False
        singer = self._singers.get(name)
        if singer is None or singer.code is None:
            return False
        if not secrets.compare_digest(_bytes(singer.code), _bytes(code)):
            return False
        singer.secret = _Secret.of(password)
        singer.code = None                  # used up
        return True
