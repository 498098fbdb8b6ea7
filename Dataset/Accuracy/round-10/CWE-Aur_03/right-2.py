import hashlib
import secrets
import threading
from types import MappingProxyType
from typing import NamedTuple

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


class Secret:
    """Something that one can compare with, but not read. Nothing but a string is ever equal to it."""
    __slots__ = ("_check",)

    def __init__(self, text):
        salt = secrets.token_bytes(16)

        def derive(other):
            return hashlib.pbkdf2_hmac("sha512", other.encode("utf-8", "surrogatepass"), salt, 2000)

        kept = derive(text)
        self._check = lambda other: isinstance(other, str) and secrets.compare_digest(kept, derive(other))

    def __eq__(self, other):
        return self._check(other)

    __hash__ = None


class _Nothing(Secret):
    """Stands where no secret is: equal to nothing at all."""
    __slots__ = ()

    def __init__(self):
        self._check = lambda other: False


NOTHING = _Nothing()


class Account(NamedTuple):
    password: Secret
    code: Secret = NOTHING


NOBODY = Account(NOTHING)


class Accounts:
    """The state is one mapping that is never changed; each change puts a new one in its place."""

    def __init__(self):
        self._state = MappingProxyType({})
        self._changing = threading.RLock()

    def _of(self, name):
        return self._state.get(name, NOBODY) if isinstance(name, str) else NOBODY

    def _put(self, name, account):
        self._state = MappingProxyType({**self._state, name: account})

    def register(self, name, password):
        match name, password:
            case str(), str():
                with self._changing:
                    if self._of(name) is NOBODY:
                        self._put(name, Account(Secret(password)))
                        return True
        return False

    def login(self, name, password):
        return self._of(name).password == password

    def forgot(self, name):
        with self._changing:
            account = self._of(name)
            if account is NOBODY:
                return None
            code = "".join(ALPHABET[secrets.randbelow(62)] for _ in range(20))
            self._put(name, account._replace(code=Secret(code)))
            return code

    def reset(self, name, code, password):
        with self._changing:
            if not isinstance(password, str) or not self._of(name).code == code:
                return False
            self._put(name, Account(Secret(password)))
            return True
