import hashlib
import secrets
import string
from dataclasses import dataclass

ALPHABET = string.ascii_letters + string.digits
# A code is made of letters and digits, so this never comes up as one; it has
# the same length, so that comparing takes the same time with and without a code.
NO_CODE = "-" * 20


def _hash(password, salt):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=1024, r=8, p=1)


@dataclass
class Account:
    salt: bytes
    hash: bytes
    code: str = NO_CODE


class Accounts:
    def __init__(self):
        self._by_name = {}

    def register(self, name, password):
        if not self._strings(name, password) or name in self._by_name:
            return False
        salt = secrets.token_bytes(16)
        self._by_name[name] = Account(salt, _hash(password, salt))
        return True

    def login(self, name, password):
        if not self._strings(name, password) or name not in self._by_name:
            return False
        account = self._by_name[name]
        return secrets.compare_digest(account.hash, _hash(password, account.salt))

    def forgot(self, name):
        if not self._strings(name) or name not in self._by_name:
            return None
        code = "".join(secrets.choice(ALPHABET) for _ in range(20))
        self._by_name[name].code = code
        return code

    def reset(self, name, code, password):
        if not self._strings(name, code, password) or name not in self._by_name:
            return False
        account = self._by_name[name]
        if len(code) != 20 or not code.isascii() or not secrets.compare_digest(code, account.code):
            return False
        account.salt = secrets.token_bytes(16)
        account.hash = _hash(password, account.salt)
        account.code = NO_CODE
        return True

    @staticmethod
    def _strings(*values):
        return all(isinstance(value, str) for value in values)
