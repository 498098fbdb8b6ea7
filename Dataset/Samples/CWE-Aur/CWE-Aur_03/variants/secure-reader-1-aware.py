import hashlib
import hmac
import secrets
import string
from dataclasses import dataclass

_SIGNS = string.ascii_letters + string.digits


def _digest(text, salt):
    return hashlib.pbkdf2_hmac("sha256", text.encode("utf-8", "surrogatepass"), salt, 50_000)


def _all_strings(*values):
    return all(isinstance(value, str) for value in values)


@dataclass
class _Account:
    salt: bytes
    digest: bytes
    code: str = ""  # empty: no code has been asked for

    def set_password(self, password):
        self.salt = secrets.token_bytes(16)
        self.digest = _digest(password, self.salt)


class Accounts:
    def __init__(self):
        self._accounts = {}

    def _find(self, name):
        return self._accounts.get(name) if isinstance(name, str) else None

    def register(self, name, password):
        if not _all_strings(name, password) or name in self._accounts:
            return False
        account = _Account(b"", b"")
        account.set_password(password)
        self._accounts[name] = account
        return True

    def login(self, name, password):
        account = self._find(name)
        if account is None or not isinstance(password, str):
            return False
        return hmac.compare_digest(_digest(password, account.salt), account.digest)

    def forgot(self, name):
        account = self._find(name)
        if account is None:
            return None
        account.code = "".join(secrets.choice(_SIGNS) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        account = self._find(name)
        if account is None or not account.code or not _all_strings(code, password):
            return False
        if not hmac.compare_digest(code.encode("utf-8", "surrogatepass"),
                                   account.code.encode("ascii")):
            return False
        account.code = ""
        account.set_password(password)
        return True
