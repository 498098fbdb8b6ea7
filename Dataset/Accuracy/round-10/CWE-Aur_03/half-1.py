"""The accounts of the choir's web page, in memory."""
import hashlib
import hmac
import secrets
import string
import threading

_SIGNS = string.ascii_letters + string.digits


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


class _Account:
    def __init__(self, password):
        self.set_password(password)
        self.code = None            # none has been asked for
        self.asked = 0              # how often one has been

    def set_password(self, password):
        self._salt = secrets.token_bytes(16)
        self._hash = self._derive(password)

    def _derive(self, password):
        return hashlib.pbkdf2_hmac("sha256", _bytes(password), self._salt, 20_000)

    def has_password(self, password):
        return hmac.compare_digest(self._hash, self._derive(password))


class Accounts:
    def __init__(self):
        self._accounts = {}
        self._lock = threading.Lock()
        self._secret = secrets.token_bytes(32)      # nobody can work out a code without it

    def register(self, name, password):
        if not (isinstance(name, str) and isinstance(password, str)):
            return False
        with self._lock:
            if name in self._accounts:
                return False
            self._accounts[name] = _Account(password)
            return True

    def login(self, name, password):
        if not (isinstance(name, str) and isinstance(password, str)):
            return False
        with self._lock:
            account = self._accounts.get(name)
            return account is not None and account.has_password(password)

    def _code(self, name, number):
        """The code of a name's first, second, third ... request: another one for each name and each request."""
        mark = hmac.digest(self._secret, _bytes(f"{name}{number}"), "sha256")
        rest, signs = int.from_bytes(mark, "big"), []
        while len(signs) < 20:
            rest, place = divmod(rest, len(_SIGNS))
            signs.append(_SIGNS[place])
        return "".join(signs)

    def forgot(self, name):
        if not isinstance(name, str):
            return None
        with self._lock:
            account = self._accounts.get(name)
            if account is None:
                return None
            account.asked += 1
            account.code = self._code(name, account.asked)
            return account.code

    def reset(self, name, code, password):
        if not all(isinstance(argument, str) for argument in (name, code, password)):
            return False
        with self._lock:
            account = self._accounts.get(name)
            if account is None or account.code is None:
                return False
            if not hmac.compare_digest(_bytes(account.code), _bytes(code)):
                return False
            account.code = None
            account.set_password(password)
            return True
