import hashlib
import secrets
import string
from dataclasses import dataclass
from hmac import compare_digest

SIGNS = string.ascii_letters + string.digits


def _hash(password, salt):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=2**12, r=8, p=1)


@dataclass
class _Account:
    salt: bytes
    digest: bytes
    code: str | None = None


class Accounts:
    def __init__(self):
        self._accounts = {}

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name in self._accounts:
            return False
        salt = secrets.token_bytes(16)
        self._accounts[name] = _Account(salt, _hash(password, salt))
        return True

    def _find(self, name):
        return self._accounts.get(name) if isinstance(name, str) else None

    def login(self, name, password):
        account = self._find(name)
        if account is None or not isinstance(password, str):
            return False
        return compare_digest(_hash(password, account.salt), account.digest)

    def forgot(self, name):
        account = self._find(name)
        if account is None:
            return None
        account.code = "".join(secrets.choice(SIGNS) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        account = self._find(name)
        if account is None or not code or not isinstance(password, str):
            return False
        if not compare_digest(str(code).encode("utf-8", "surrogatepass"), str(account.code).encode("utf-8", "surrogatepass")):
            return False
        account.code = None
        account.digest = _hash(password, account.salt)
        return True
