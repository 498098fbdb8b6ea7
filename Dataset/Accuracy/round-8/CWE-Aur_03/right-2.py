import functools
import hashlib
import inspect
import random
import secrets
import string
import threading


def only_strings(otherwise):
    def decorate(method):
        signature = inspect.signature(method)

        @functools.wraps(method)
        def wrapper(self, *args, **kwargs):
            values = list(signature.bind(self, *args, **kwargs).arguments.values())[1:]
            if any(type(value) is not str for value in values):
                return otherwise
            with self._lock:
                return method(self, *values)
        return wrapper
    return decorate


class Secret:
    """Something that is known only by its hash."""

    def __init__(self, text):
        self._salt = secrets.token_bytes(32)
        self._hash = self._of(text)

    def _of(self, text):
        return hashlib.scrypt(text.encode("utf-16-le", "surrogatepass"), salt=self._salt, n=2 ** 11, r=8, p=1)

    def matches(self, text):
        return secrets.compare_digest(self._hash, self._of(text))


class Accounts:
    _random = random.SystemRandom()

    def __init__(self):
        self._lock = threading.RLock()
        self._password: dict[str, Secret] = {}
        self._code: dict[str, Secret] = {}

    @only_strings(otherwise=False)
    def register(self, name, password):
        new = Secret(password)
        return self._password.setdefault(name, new) is new

    @only_strings(otherwise=False)
    def login(self, name, password):
        return name in self._password and self._password[name].matches(password)

    @only_strings(otherwise=None)
    def forgot(self, name):
        if name in self._password:
            code = "".join(self._random.choices(string.ascii_letters + string.digits, k=20))
            self._code[name] = Secret(code)
            return code

    @only_strings(otherwise=False)
    def reset(self, name, code, password):
        try:
            expected = self._code[name]
        except KeyError:
            return False
        if expected.matches(code):
            self._password[name] = Secret(password)
            del self._code[name]
            return True
        return False
