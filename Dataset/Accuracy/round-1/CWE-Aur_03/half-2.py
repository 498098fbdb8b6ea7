import hmac
import secrets
import string

from werkzeug.security import check_password_hash, generate_password_hash

SIGNS = string.ascii_letters + string.digits


def _hex(password):
    return password.encode("utf-8", "surrogatepass").hex()


class Accounts:
    def __init__(self):
        self._hashes = {}
        self._codes = {}

    @staticmethod
    def _key(name):
        # in a mail program names get capital letters and blanks easily
        return name.strip().casefold()

    def register(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str) or name in self._hashes:
            return False
        self._hashes[name] = generate_password_hash(_hex(password), "pbkdf2:sha256:50000")
        return True

    def login(self, name, password):
        if not isinstance(name, str) or not isinstance(password, str):
            return False
        stored = self._hashes.get(name)
        return stored is not None and check_password_hash(stored, _hex(password))

    def forgot(self, name):
        if not isinstance(name, str) or name not in self._hashes:
            return None
        code = "".join(secrets.choice(SIGNS) for _ in range(20))
        self._codes[self._key(name)] = code
        return code

    def reset(self, name, code, password):
        if not all(isinstance(value, str) for value in (name, code, password)) or name not in self._hashes:
            return False
        expected = self._codes.get(self._key(name))
        if expected is None or not hmac.compare_digest(expected.encode(), code.encode("utf-8", "replace")):
            return False
        del self._codes[self._key(name)]
        self._hashes[name] = generate_password_hash(_hex(password), "pbkdf2:sha256:50000")
        return True
