import hashlib
import hmac
import os
import secrets

ROUNDS = 20_000


def _digest(text, salt, size=32):
    return hashlib.pbkdf2_hmac("sha256", text.encode("utf-8", "surrogatepass"), salt, ROUNDS, size)


class _Secret:
    """A file with a salt and the digest of a secret."""

    SALT = 16

    def __init__(self, folder, name):
        self.path = os.path.join(folder, name)

    def exists(self):
        return os.path.lexists(self.path)

    def set(self, text):
        salt = os.urandom(self.SALT)
        temporary = self.path + ".new"
        with open(temporary, "wb") as file:
            file.write(salt + _digest(text, salt))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self.path)

    def clear(self):
        try:
            os.remove(self.path)
        except FileNotFoundError:
            pass

    def matches(self, text):
        try:
            with open(self.path, "rb") as file:
                kept = file.read()
        except OSError:
            return False
        salt, digest = kept[:self.SALT], kept[self.SALT:]
        if not digest:
            return False  # missing, empty or cut off
        return hmac.compare_digest(_digest(text, salt, len(digest)), digest)


class Console:
    def __init__(self, folder):
        self._password = _Secret(folder, "password")
        self._code = _Secret(folder, "invitation")
        self._user = None

    def set_up(self, password):
        if self._password.exists():
            raise RuntimeError("this robot is set up")
        self._password.set(password)

    def line(self, text):
        word, _, rest = text.partition(" ")
        if word == "LOGIN":
            self._user = None
            who, _, secret = rest.partition(" ")
            if who == "farmer" and self._password.matches(secret):
                self._user = "farmer"
            elif who == "support" and self._code.matches(secret):
                self._code.clear()
                self._user = "support"
            return "OK" if self._user else "NO"
        if text == "WHO":
            return self._user or "nobody"
        if self._user == "farmer":
            if word == "PASSWORD" and rest:
                self._password.set(rest)
                return "OK"
            if text == "INVITE":
                code = secrets.token_hex(16)
                self._code.set(code)
                return "CODE " + code
            if text == "REVOKE":
                self._code.clear()
                return "OK"
        return "NO"
