import hashlib
import hmac
import secrets
import string

SIGNS = string.ascii_letters + string.digits


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    @staticmethod
    def _hash(password, salt):
        return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 50_000)

    def _set(self, name, password):
        salt = secrets.token_bytes(16)
        self._passwords[name] = salt, self._hash(password, salt)

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name in self._passwords:
            return False
        self._set(name, password)
        return True

    def login(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name not in self._passwords:
            return False
        salt, wanted = self._passwords[name]
        return hmac.compare_digest(wanted, self._hash(password, salt))

    def forgot(self, name):
        if not isinstance(name, str) or name not in self._passwords:
            return None
        self._codes[name] = "".join(secrets.choice(SIGNS) for _ in range(20))
        return self._codes[name]

    def reset(self, name, code, password):
        if not all(isinstance(value, str) for value in (name, code, password)):
            return False
        if name not in self._codes or not hmac.compare_digest(
                code.encode("utf-8", "surrogatepass"), self._codes[name].encode()):
            return False
        del self._codes[name]
        self._set(name, password)
        return True
