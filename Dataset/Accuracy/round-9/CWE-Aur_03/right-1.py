"""Accounts. Codes lie in a drawer of their own and are taken out of it in one step: who has got one, has used it."""
import hashlib
import hmac
import random
import secrets
import string
import threading


class _Strings:
    """Decorator: a method whose arguments are not all strings answers with what it answers to strangers."""

    def __init__(self, otherwise):
        self.otherwise = otherwise

    def __call__(self, method):
        def guarded(this, *values):
            if not all(isinstance(value, str) for value in values):
                return self.otherwise
            return method(this, *values)
        guarded.__name__ = method.__name__
        return guarded


def _fingerprint(salt, text):
    # Two steps: scrypt would take "x" and "x\0" for the same password
    condensed = hashlib.sha3_256(text.encode("utf-8", "surrogatepass")).hexdigest().encode()
    return hashlib.scrypt(condensed, salt=salt, n=2 ** 12, r=8, p=1)


class Accounts:
    def __init__(self):
        self._keys = {}                     # name -> (salt, fingerprint of the password)
        self._drawer = {}                   # name -> code
        self._lock = threading.Lock()
        self._random = random.SystemRandom()

    @staticmethod
    def _key(password):
        salt = secrets.token_bytes(16)
        return salt, _fingerprint(salt, password)

    @_Strings(otherwise=False)
    def register(self, name, password):
        key = self._key(password)
        with self._lock:
            if name in self._keys:
                return False
            self._keys[name] = key
        return True

    @_Strings(otherwise=False)
    def login(self, name, password):
        with self._lock:
            known = name in self._keys
            salt, wanted = self._keys.get(name, (b"\0" * 16, b""))
        return hmac.compare_digest(_fingerprint(salt, password), wanted) and known

    @_Strings(otherwise=None)
    def forgot(self, name):
        code = "".join(self._random.choices(string.digits + string.ascii_letters, k=20))
        with self._lock:
            if name not in self._keys:
                return None
            self._drawer[name] = code
        return code

    @_Strings(otherwise=False)
    def reset(self, name, code, password):
        key = self._key(password)
        with self._lock:
            if name not in self._drawer or not code.isascii():
                return False
            if not hmac.compare_digest(self._drawer[name], code):
                return False
            del self._drawer[name]
            self._keys[name] = key
        return True
