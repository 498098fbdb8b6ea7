import hmac
import secrets
import string
from enum import Enum, auto
from hashlib import scrypt


class State(Enum):
    NO_CODE = auto()


class Denied(Exception):
    pass


def text(value):
    if not isinstance(value, str):
        raise Denied("not a string")
    return value.encode("utf-16", "surrogatepass")


def digest(value, salt):
    return scrypt(text(value), salt=salt, n=1 << 11, r=8, p=1)


class Account:
    def __init__(self, password):
        self.set_password(password)
        self.code = State.NO_CODE

    def set_password(self, password):
        salt = secrets.token_bytes()
        self.password = salt, digest(password, salt)

    def check_password(self, password):
        salt, expected = self.password
        if not hmac.compare_digest(digest(password, salt), expected):
            raise Denied("password")

    def new_code(self):
        self.code = "".join(map(secrets.choice, [string.ascii_letters + string.digits] * 20))
        return self.code

    def redeem(self, code, password):
        given = text(code)
        if self.code is State.NO_CODE or not hmac.compare_digest(given, text(self.code)):
            raise Denied("code")
        self.set_password(password)
        self.code = State.NO_CODE


class Accounts:
    def __init__(self):
        self._all = {}

    def _account(self, name):
        text(name)
        if name not in self._all:
            raise Denied("no such account")
        return self._all[name]

    def _allowed(self, action, *args):
        try:
            action(*args)
        except Denied:
            return False
        return True

    def register(self, name, password):
        def make():
            text(name)
            if name in self._all:
                raise Denied("taken")
            self._all[name] = Account(password)

        return self._allowed(make)

    def login(self, name, password):
        return self._allowed(lambda: self._account(name).check_password(password))

    def forgot(self, name):
        try:
            return self._account(name).new_code()
        except Denied:
            return None

    def reset(self, name, code, password):
        return self._allowed(lambda: self._account(name).redeem(code, password))
