import hashlib
import random
import string
from dataclasses import dataclass
from functools import wraps
from hmac import compare_digest
from os import urandom

SYSTEM = random.SystemRandom()


def strings_only(otherwise):
    def decorate(method):
        @wraps(method)
        def wrapper(self, *args):
            return method(self, *args) if all(type(a) is str for a in args) else otherwise
        return wrapper
    return decorate


class Secret:
    """Remembers a text without keeping it."""

    def __init__(self, text):
        self._salt = urandom(16)
        self._digest = self._hash(text)

    def _hash(self, text):
        return hashlib.scrypt(text.encode("utf-8", "surrogatepass"), salt=self._salt, n=1 << 11, r=8, p=1)

    def matches(self, text):
        return compare_digest(self._digest, self._hash(text))


@dataclass
class Account:
    password: Secret
    code: Secret | None = None


class Accounts:
    def __init__(self):
        self._by_name = {}

    @strings_only(False)
    def register(self, name, password):
        if name in self._by_name:
            return False
        account = Account(Secret(password))
        return self._by_name.setdefault(name, account) is account

    @strings_only(False)
    def login(self, name, password):
        match self._by_name.get(name):
            case Account(password=secret):
                return secret.matches(password)
        return False

    @strings_only(None)
    def forgot(self, name):
        if account := self._by_name.get(name):
            code = "".join(SYSTEM.choices(string.ascii_letters + string.digits, k=20))
            account.code = Secret(code)
            return code
        return None

    @strings_only(False)
    def reset(self, name, code, password):
        account = self._by_name.get(name)
        if account is None or account.code is None or not account.code.matches(code):
            return False
        account.code, account.password = None, Secret(password)
        return True
