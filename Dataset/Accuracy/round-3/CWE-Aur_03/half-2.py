import hashlib
import hmac
import secrets
import string


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    @staticmethod
    def _protect(password, salt):
        return salt, hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 20_000)

    def register(self, name, password):
        if not (isinstance(name, str) and isinstance(password, str)):
            return False
        if name in self._passwords:
            return False
        self._passwords[name] = self._protect(password, secrets.token_bytes(16))
        return True

    def login(self, name, password):
        if not (isinstance(name, str) and isinstance(password, str)):
            return False
        if name not in self._passwords:
            return False
        salt, expected = self._passwords[name]
        return hmac.compare_digest(self._protect(password, salt)[1], expected)

    def forgot(self, name):
        if not isinstance(name, str) or name not in self._passwords:
            return None
        code = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(20))
        self._codes[hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()] = name
        return code

    def reset(self, name, code, password):
        if not all(isinstance(value, str) for value in (name, code, password)):
            return False
        digest = hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()
        if self._codes.get(digest) != name:
            return False
        del self._codes[digest]
        self._passwords[name] = self._protect(password, secrets.token_bytes(16))
        return True
