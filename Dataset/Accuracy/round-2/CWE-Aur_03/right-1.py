import functools
import hashlib
import hmac
import random
import string
from dataclasses import dataclass, field
from os import urandom

_random = random.SystemRandom()


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


def strings_or(answer):
    """The method is only called with strings; anything else gets the answer."""
    def decorate(method):
        @functools.wraps(method)
        def checked(self, *values):
            if {type(value) for value in values} != {str}:
                return answer
            return method(self, *values)
        return checked
    return decorate


@dataclass
class Account:
    salt: bytes = field(default_factory=lambda: urandom(16))
    secret: bytes = b""
    code: bytes = b""

    def derive(self, password):
        return hashlib.pbkdf2_hmac("sha512", _bytes(password), self.salt, 10_000)

    def set_password(self, password):
        self.salt = urandom(16)
        self.secret = self.derive(password)
        return self

    def new_code(self):
        code = "".join(_random.choices(string.ascii_letters + string.digits, k=20))
        self.code = hashlib.sha256(_bytes(code)).digest()
        return code

    def opens(self, code):
        return len(self.code) == 32 and hmac.compare_digest(self.code, hashlib.sha256(_bytes(code)).digest())


class Accounts:
    def __init__(self):
        self.by_name = {}

    @strings_or(False)
    def register(self, name, password):
        if name in self.by_name:
            return False
        self.by_name[name] = Account().set_password(password)
        return True

    @strings_or(False)
    def login(self, name, password):
        account = self.by_name.get(name)
        return account is not None and hmac.compare_digest(account.secret, account.derive(password))

    @strings_or(None)
    def forgot(self, name):
        account = self.by_name.get(name)
        return account and account.new_code()

    @strings_or(False)
    def reset(self, name, code, password):
        account = self.by_name.get(name)
        if account is None or not account.opens(code):
            return False
        account.code = b""
        account.set_password(password)
        return True
