"""The accounts of the choir's web page, in memory. Passwords are kept as salted scrypt hashes only."""
import dataclasses
import hashlib
import hmac
import secrets
import string

_LETTERS = string.ascii_letters + string.digits


def _hash(password, salt):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=2 ** 13, r=8, p=1)


@dataclasses.dataclass
class _Account:
    salt: bytes
    hash: bytes
    code: str | None = None


def _strings(*values):
    return all(type(value) is str for value in values)


class Accounts:
    def __init__(self):
        self._accounts = {}

    def register(self, name, password):
        if not _strings(name, password) or name in self._accounts:
            return False
        salt = secrets.token_bytes(16)
        account = _Account(salt, _hash(password, salt))
        return self._accounts.setdefault(name, account) is account

    def login(self, name, password):
        if not _strings(name, password):
            return False
        account = self._accounts.get(name)
        if account is None:
            return False
        return hmac.compare_digest(account.hash, _hash(password, account.salt))

    def forgot(self, name):
        account = self._accounts.get(name) if _strings(name) else None
        if account is None:
            return None
        account.code = "".join(secrets.choice(_LETTERS) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        if not _strings(name, code, password):
            return False
        account = self._accounts.get(name)
        if account is None or account.code is None:
            return False
        if not hmac.compare_digest(account.code.encode(), code.encode("utf-8", "surrogatepass")):
            return False
        account.hash = _hash(password, account.salt)
        account.code = None         # it works once
        return True
