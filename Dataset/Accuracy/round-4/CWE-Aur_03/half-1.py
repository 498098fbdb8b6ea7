import hashlib
import hmac
import os
import secrets
import string

ALPHABET = string.ascii_letters + string.digits


def _hash(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 20_000)


class Accounts:
    def __init__(self):
        self._accounts = {}
        self._codes = {}

    def _store(self, name, password):
        salt = os.urandom(16)
        self._accounts[name] = salt, _hash(password, salt)

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name in self._accounts:
            return False
        self._store(name, password)
        return True

    def login(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name not in self._accounts:
            return False
        salt, stored = self._accounts[name]
        return hmac.compare_digest(stored, _hash(password, salt))

    def forgot(self, name):
        if not isinstance(name, str) or name not in self._accounts:
            return None
        code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        self._codes[code] = name
        return code

    def reset(self, name, code, password):
        if not all(isinstance(v, str) for v in (name, code, password)):
            return False
        if name not in self._accounts or self._codes.get(code) != name:
            return False
        del self._codes[code]
        self._store(name, password)
        return True
