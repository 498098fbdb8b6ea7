import hashlib
import hmac
import os
import secrets

SALT = 16


def hashed(text, salt, size=32):
    return hashlib.scrypt(text.encode("utf-8", "surrogatepass"), salt=salt, n=1024, r=8, p=1, dklen=size)


class Console:
    """A file for each who may log in: a salt, and behind it the hash of the password or code."""

    def __init__(self, folder):
        self.folder, self.user = folder, "nobody"

    def _path(self, user):
        return os.path.join(self.folder, user)

    def _keep(self, user, text):
        salt = secrets.token_bytes(SALT)
        with open(self._path("new"), "wb") as file:
            file.write(salt + hashed(text, salt))
        os.replace(self._path("new"), self._path(user))

    def _forget(self, user):
        if os.path.exists(self._path(user)):
            os.remove(self._path(user))

    def _fits(self, user, text):
        with open(self._path(user), "rb") as file:
            kept = file.read()
        salt, digest = kept[:SALT], kept[SALT:]
        return bool(digest) and hmac.compare_digest(hashed(text, salt, len(digest)), digest)

    def set_up(self, password):
        if os.path.exists(self._path("farmer")):
            raise RuntimeError("this robot has been set up")
        self._keep("farmer", password)

    def line(self, text):
        word, _, rest = text.partition(" ")
        if word == "LOGIN":
            self.user = "nobody"
            user, _, secret = rest.partition(" ")
            if user not in ("farmer", "support") or not secret or not os.path.exists(self._path(user)):
                return "NO"
            if not self._fits(user, secret):
                return "NO"
            if user == "support":
                self._forget("support")
            self.user = user
            return "OK"
        if text == "WHO":
            return self.user
        if self.user != "farmer":
            return "NO"
        if word == "PASSWORD" and rest:
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
