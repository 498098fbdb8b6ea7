"""The singers' accounts."""
import hashlib
import hmac
import os
import secrets
import string
import threading

_SIGNS = string.ascii_letters + string.digits
_ROUNDS = 100_000


def _text(*values):
    """Whether all values are strings: a request can also say null, a number or a list."""
    return all(type(value) is str for value in values)


def _derive(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, _ROUNDS)


class _Account:
    def __init__(self, password):
        self.code = None
        self.set_password(password)

    def set_password(self, password):
        self.salt = os.urandom(16)
        self.key = _derive(password, self.salt)

    def has_password(self, password):
        return hmac.compare_digest(self.key, _derive(password, self.salt))

    def has_code(self, code):
        return self.code is not None and hmac.compare_digest(self.code.encode(), code.encode("utf-8", "surrogatepass"))


class Accounts:
    def __init__(self):
        self._accounts = {}
        self._lock = threading.RLock()

    def register(self, name, password):
        if not _text(name, password):
            return False
        with self._lock:
            if name in self._accounts:
                return False
            self._accounts[name] = _Account(password)
            return True

    def login(self, name, password):
        if not _text(name, password):
            return False
        with self._lock:
            account = self._accounts.get(name)
            return account is not None and account.has_password(password)

    def forgot(self, name):
        if not _text(name):
            return None
        with self._lock:
            account = self._accounts.get(name)
            if account is None:
                return None
            account.code = "".join(secrets.choice(_SIGNS) for _ in range(20))
            return account.code

    def reset(self, name, code, password):
        if not _text(name, code, password):
            return False
        with self._lock:
            account = self._accounts.get(name)
            if account is None or not account.has_code(code):
                return False
            account.code = None
            account.set_password(password)
            return True
