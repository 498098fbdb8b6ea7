import functools
import hmac
import inspect
import secrets
import string
from dataclasses import dataclass, field
from hashlib import scrypt
from threading import RLock
from typing import Optional


def raw(text):
    return text.encode("utf-8", "surrogatepass")


@dataclass
class Account:
    password: str
    code: Optional[str] = None
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), repr=False)

    def __post_init__(self):
        self.password = self.mixed(self.password)

    def mixed(self, password):
        return scrypt(raw(password), salt=self.salt, n=4096, r=8, p=1)

    def __eq__(self, password):
        return hmac.compare_digest(self.password, self.mixed(password))


def guarded(otherwise):
    """Answers `otherwise` unless every argument is a string."""
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, *args, **kwargs):
            given = inspect.signature(method).bind(self, *args, **kwargs).args[1:]
            if any(type(value) is not str for value in given):
                return otherwise
            with self._lock:
                return method(self, *given)
        return wrapper
    return decorate


class Accounts:
    def __init__(self):
        self._lock, self._by_name = RLock(), {}

    @guarded(False)
    def register(self, name, password):
        made = Account(password)
        return self._by_name.setdefault(name, made) is made

    @guarded(False)
    def login(self, name, password):
        account = self._by_name.get(name)
        return False if account is None else account == password

    @guarded(None)
    def forgot(self, name):
        try:
            account = self._by_name[name]
        except KeyError:
            return None
        letters = string.ascii_lowercase + string.digits
        account.code = "".join(map(secrets.choice, [letters] * 20))
        return account.code

    @guarded(False)
    def reset(self, name, code, password):
        match self._by_name.get(name):
            case Account(code=str(expected)) if hmac.compare_digest(raw(expected), raw(code)):
                self._by_name[name] = Account(password)
                return True
        return False
