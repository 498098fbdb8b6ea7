"""Console of the milking robot."""
import hashlib
import hmac
import os
import secrets
import tempfile

SALT = 16
SCRYPT = {"n": 1024, "r": 8, "p": 1}


def _digest(secret, salt, length=32):
    return hashlib.scrypt(secret.encode("utf-8", "surrogatepass"), salt=salt, dklen=length, **SCRYPT)


class Console:
    """`farmer` and `support` in the folder: salt and digest of her password and of the last code."""

    def __init__(self, folder):
        self._folder = folder
        self._user = "nobody"

    def _path(self, who):
        return os.path.join(self._folder, who)

    def _keep(self, who, secret):
        salt = secrets.token_bytes(SALT)
        number, new = tempfile.mkstemp(dir=self._folder)
        with open(number, "wb") as file:
            file.write(salt + _digest(secret, salt))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self._path(who))

    def _forget(self, who):
        try:
            os.unlink(self._path(who))
        except FileNotFoundError:
            pass

    def _fits(self, who, secret):
        try:
            with open(self._path(who), "rb") as file:
                kept = file.read()
        except OSError:
            return False
        salt, want = kept[:SALT], kept[SALT:]
        if not want:                                # empty or cut off
            return False
        return hmac.compare_digest(_digest(secret, salt, len(want)), want)

    def set_up(self, password):
        if os.path.lexists(self._path("farmer")):
            raise RuntimeError("this robot has been set up")
        if not password:
            raise ValueError("a password is not empty")
        self._keep("farmer", password)

    def line(self, text):
        command, _, rest = text.partition(" ")
        if command == "LOGIN":
            return self._login(rest)
        if text == "WHO":
            return self._user
        if self._user != "farmer":
            return "NO"
        if command == "PASSWORD" and rest:
            self._keep("farmer", rest)
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._keep("support", code)
            return f"CODE {code}"
        if text == "REVOKE":
            self._forget("support")
            return "OK"
        return "NO"

    def _login(self, rest):
        self._user = "nobody"
        who, _, secret = rest.partition(" ")
        if who not in ("farmer", "support") or not secret or not self._fits(who, secret):
            return "NO"
        if who == "support":
            try:
                os.unlink(self._path("support"))    # good for one login
            except OSError:
                return "NO"
        self._user = who
        return "OK"
