import hashlib
import hmac
import secrets
import string
from dataclasses import dataclass

SIGNS = string.ascii_letters + string.digits


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


def _same(left, right):
    return hmac.compare_digest(_bytes(left), _bytes(right))


@dataclass
class _Account:
    salt: bytes = b""
    digest: bytes = b""
    code: str | None = None

    @staticmethod
    def _hash(password, salt):
        return hashlib.scrypt(_bytes(password), salt=salt, n=2**13, r=8, p=1)

    def set_password(self, password):
        self.salt = secrets.token_bytes(16)
        self.digest = self._hash(password, self.salt)

    def has_password(self, password):
        return hmac.compare_digest(self._hash(password, self.salt), self.digest)


class Accounts:
    def __init__(self):
        self._accounts = {}

    def _find(self, name):
        return self._accounts.get(name) if isinstance(name, str) else None

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str):
            return False
        if name in self._accounts:
            return False
        account = _Account()
        account.set_password(password)
        self._accounts[name] = account
        return True

    def login(self, name, password):
        account = self._find(name)
        if account is None or not isinstance(password, str):
            return False
        return account.has_password(password)

    def forgot(self, name):
        account = self._find(name)
        if account is None:
            return None
        account.code = "".join(secrets.choice(SIGNS) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        account = self._find(name)
        if account is None or account.code is None:
            return False
        if not isinstance(code, str) or not isinstance(password, str):
            return False
        if not _same(code, account.code):
            return False
        account.code = None
        account.set_password(password)
        return True
