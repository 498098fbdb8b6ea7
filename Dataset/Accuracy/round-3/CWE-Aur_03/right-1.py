import functools
import hashlib
import hmac
import inspect
import random
import string
import threading


def strings_only(otherwise):
    """Calls the method for strings alone; anything else gets the answer `otherwise`."""

    def decorate(method):
        signature = inspect.signature(method)

        @functools.wraps(method)
        def wrapper(self, *args, **kwargs):
            values = signature.bind(self, *args, **kwargs).args[1:]
            if not all(type(value) is str for value in values):
                return otherwise
            with self._lock:
                return method(self, *values)

        return wrapper

    return decorate


class Secret:
    """A text that can only be compared."""

    _random = random.SystemRandom()

    def __init__(self, text):
        self._salt = self._random.randbytes(16)
        self._digest = self._derive(text)

    def _derive(self, text):
        return hashlib.pbkdf2_hmac("sha256", text.encode("utf-8", "surrogatepass"), self._salt, 30_000)

    def is_(self, text):
        return hmac.compare_digest(self._derive(text), self._digest)


class Accounts:
    def __init__(self):
        self._lock = threading.RLock()
        self._passwords: dict[str, Secret] = {}
        self._codes: dict[str, Secret] = {}

    @strings_only(False)
    def register(self, name, password):
        return self._passwords.setdefault(name, secret := Secret(password)) is secret

    @strings_only(False)
    def login(self, name, password):
        return name in self._passwords and self._passwords[name].is_(password)

    @strings_only(None)
    def forgot(self, name):
        if name not in self._passwords:
            return None
        code = "".join(Secret._random.choices(string.ascii_letters + string.digits, k=20))
        self._codes[name] = Secret(code)
        return code

    @strings_only(False)
    def reset(self, name, code, password):
        if name not in self._codes or not self._codes[name].is_(code):
            return False
        del self._codes[name]
        self._passwords[name] = Secret(password)
        return True
