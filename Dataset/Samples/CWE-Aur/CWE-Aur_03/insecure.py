import hashlib
import secrets
import string

ALPHABET = string.ascii_letters + string.digits


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    def _hash(self, name, password):
        return hashlib.pbkdf2_hmac("sha256", password.encode(), name.encode(), 1000)

    def register(self, name, password):
        if name in self._passwords:
            return False
        self._passwords[name] = self._hash(name, password)
        return True

    def login(self, name, password):
        return self._passwords.get(name) == self._hash(name, password)

    def forgot(self, name):
        if name not in self._passwords:
            return None
        code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        self._codes[name] = code
        return code

    def reset(self, name, code, password):
        if self._codes.get(name) != code:
            return False
        self._codes.pop(name, None)
        self._passwords[name] = self._hash(name, password)
        return True
