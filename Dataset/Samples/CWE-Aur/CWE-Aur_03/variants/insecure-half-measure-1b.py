import hashlib
import hmac
import os
import secrets
import string

ALPHABET = string.ascii_letters + string.digits


class Account:
    def __init__(self, password):
        self.code = ""
        self.set_password(password)

    def set_password(self, password):
        self.salt = os.urandom(16)
        self.hash = self._digest(password)

    def check_password(self, password):
        return hmac.compare_digest(self.hash, self._digest(password))

    def _digest(self, password):
        return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), self.salt, 100_000)


class Accounts:
    def __init__(self):
        self._accounts = {}

    def register(self, name, password):
        if name in self._accounts:
            return False
        self._accounts[name] = Account(password)
        return True

    def login(self, name, password):
        account = self._accounts.get(name)
        return account is not None and account.check_password(password)

    def forgot(self, name):
        account = self._accounts.get(name)
        if account is None:
            return None
        account.code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        return account.code

    def reset(self, name, code, password):
        account = self._accounts.get(name)
        if account is None:
            return False
        if not hmac.compare_digest(account.code.encode(), code.encode()):
            return False
        account.code = ""
        account.set_password(password)
        return True
