import hashlib
import hmac
import secrets
import string

SIGNS = string.ascii_letters + string.digits


def _digest(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 20000)


def _strings(*values):
    return all(isinstance(value, str) for value in values)


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    def _set(self, name, password):
        salt = secrets.token_bytes(16)
        self._passwords[name] = salt, _digest(password, salt)

    def register(self, name, password):
        if not _strings(name, password) or name in self._passwords:
            return False
        self._set(name, password)
        return True

    def login(self, name, password):
        if not _strings(name, password) or name not in self._passwords:
            return False
        salt, digest = self._passwords[name]
        return hmac.compare_digest(digest, _digest(password, salt))

    def forgot(self, name):
        if not _strings(name) or name not in self._passwords:
            return None
        self._codes[name] = "".join(secrets.choice(SIGNS) for _ in range(20))
        return self._codes[name]

    def reset(self, name, code, password):
        if not _strings(name, code, password) or not code or name not in self._passwords:
            return False
        expected = str(self._codes.get(name))
        if not hmac.compare_digest(code.encode("utf-8", "surrogatepass"), expected.encode()):
            return False
        self._codes[name] = None
        self._set(name, password)
        return True
