import hashlib
import hmac
import secrets
import string

LETTERS = string.ascii_letters + string.digits


def _digest(salt, password):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=1024, r=8, p=1)


class Accounts:
    def __init__(self):
        self._passwords = {}
        self._codes = {}

    @staticmethod
    def _key(name):
        return name.strip().casefold()

    def _set(self, name, password):
        salt = secrets.token_bytes(16)
        self._passwords[name] = (salt, _digest(salt, password))

    def register(self, name, password):
        if type(name) is not str or type(password) is not str:
            return False
        if name in self._passwords:
            return False
        self._set(name, password)
        return True

    def login(self, name, password):
        if type(name) is not str or type(password) is not str:
            return False
        salt, digest = self._passwords.get(name, (b"", b""))
        return hmac.compare_digest(_digest(salt, password), digest)

    def forgot(self, name):
        if type(name) is not str or name not in self._passwords:
            return None
        code = "".join(secrets.choice(LETTERS) for _ in range(20))
        self._codes[self._key(name)] = code
        return code

    def reset(self, name, code, password):
        if any(type(v) is not str for v in (name, code, password)) or name not in self._passwords:
            return False
        expected = self._codes.get(self._key(name))
        if expected is None or not hmac.compare_digest(expected.encode(), code.encode("utf-8", "surrogatepass")):
            return False
        del self._codes[self._key(name)]
        self._set(name, password)
        return True
