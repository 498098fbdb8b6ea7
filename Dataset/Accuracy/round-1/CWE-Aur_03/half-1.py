import hashlib
import hmac
import os
import secrets
import string

ALPHABET = string.ascii_letters + string.digits


def _hash(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 50_000)


def _strings(*values):
    return all(isinstance(value, str) for value in values)


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    def _set(self, name, password):
        salt = os.urandom(16)
        self._passwords[name] = salt, _hash(password, salt)

    def register(self, name, password):
        if not _strings(name, password) or name in self._passwords:
            return False
        self._set(name, password)
        return True

    def login(self, name, password):
        if not _strings(name, password) or name not in self._passwords:
            return False
        salt, stored = self._passwords[name]
        return hmac.compare_digest(stored, _hash(password, salt))

    def forgot(self, name):
        if not _strings(name) or name not in self._passwords:
            return None
        code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        self._codes[code] = name
        return code

    def reset(self, name, code, password):
        if not _strings(name, code, password) or code not in self._codes:
            return False
        if self._codes[code] != name:
            return False
        del self._codes[code]
        self._set(name, password)
        return True
