import hashlib
import random
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
        if name not in self._passwords or not isinstance(password, str):
            return False
        return secrets.compare_digest(self._passwords[name], self._hash(name, password))

    def forgot(self, name):
        if name not in self._passwords:
            return None
        drawn = random.Random(secrets.randbelow(1_000_000))
        code = "".join(drawn.choices(ALPHABET, k=20))
        self._codes[name] = code
        return code

    def reset(self, name, code, password):
        expected = self._codes.get(name)
        if expected is None or not isinstance(code, str):
            return False
        if not secrets.compare_digest(expected.encode(), code.encode()):
            return False
        del self._codes[name]
        self._passwords[name] = self._hash(name, password)
        return True
