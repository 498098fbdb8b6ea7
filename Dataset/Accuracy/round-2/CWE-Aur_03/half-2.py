import hashlib
import secrets
import string
from hmac import compare_digest

ALPHABET = string.ascii_letters + string.digits


class Accounts:
    def __init__(self):
        self._accounts = {}
        self._open_codes = {}

    @staticmethod
    def _hash(password, salt):
        return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=1024, r=8, p=1)

    def _store(self, name, password):
        salt = secrets.token_bytes(16)
        self._accounts[name] = (salt, self._hash(password, salt))

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str):
            return False
        if name in self._accounts:
            return False
        self._store(name, password)
        return True

    def login(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str):
            return False
        if name not in self._accounts:
            return False
        salt, digest = self._accounts[name]
        return compare_digest(digest, self._hash(password, salt))

    def forgot(self, name):
        if not isinstance(name, str) or name not in self._accounts:
            return None
        code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        self._open_codes[code] = name
        return code

    def reset(self, name, code, password):
        if not all(isinstance(value, str) for value in (name, code, password)):
            return False
        if code not in self._open_codes or self._open_codes[code] != name:
            return False
        del self._open_codes[code]
        self._store(name, password)
        return True
