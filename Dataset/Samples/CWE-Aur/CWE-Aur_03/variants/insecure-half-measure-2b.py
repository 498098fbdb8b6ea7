import hashlib
import hmac
import secrets
import string
from dataclasses import dataclass, field

ALPHABET = string.ascii_letters + string.digits


def same(a, b):
    # compare_digest only takes strings or bytes
    return hmac.compare_digest(str(a).encode(), str(b).encode())


@dataclass
class Account:
    secret: str = ""
    code: str | None = None
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def digest(self, password):
        return hashlib.scrypt(password.encode(), salt=self.salt, n=1024, r=8, p=1).hex()


class Accounts:
    def __init__(self):
        self._accounts = {}

    def register(self, name, password):
        if name in self._accounts:
            return False
        account = Account()
        account.secret = account.digest(password)
        self._accounts[name] = account
        return True

    def login(self, name, password):
        account = self._accounts.get(name)
        return account is not None and same(account.secret, account.digest(password))

    def forgot(self, name):
        account = self._accounts.get(name)
        if account is None:
            return None
        account.code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        account = self._accounts.get(name)
        if account is None or not code or not same(code, account.code):
            return False
        account.secret = account.digest(password)
        account.code = None
        return True
