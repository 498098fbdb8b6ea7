import hashlib
import hmac
import os
import secrets
import string

_SALT = 16
_ROUNDS = 20_000
_SIGNS = string.ascii_lowercase + string.digits


class Console:
    def __init__(self, folder):
        self._password = os.path.join(folder, "farmer.key")
        self._invitation = os.path.join(folder, "invitation.key")
        self._user = None

    # What is kept: 16 bytes of salt, then the hash.

    def _keep(self, path, secret):
        salt = os.urandom(_SALT)
        digest = hashlib.pbkdf2_hmac("sha256", secret.encode("utf-8", "surrogatepass"),
                                     salt, _ROUNDS)
        with open(path + ".new", "wb") as file:
            file.write(salt + digest)
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + ".new", path)

    def _is(self, path, secret):
        try:
            with open(path, "rb") as file:
                kept = file.read()
        except OSError:
            return False
        salt, digest = kept[:_SALT], kept[_SALT:]
        if len(salt) < _SALT or not digest:
            return False
        given = hashlib.pbkdf2_hmac("sha256", secret.encode("utf-8", "surrogatepass"),
                                    salt, _ROUNDS, dklen=len(digest))
        return hmac.compare_digest(given, digest)

    def set_up(self, password):
        if os.path.exists(self._password):
            raise RuntimeError("this robot is set up already")
        self._keep(self._password, password)

    def line(self, text):
        command, _, rest = text.partition(" ")
        if command == "LOGIN":
            self._user = None
            user, _, secret = rest.partition(" ")
            return self._login(user, secret)
        if text == "WHO":
            return self._user or "nobody"
        if self._user != "farmer":
            return "NO"
        if command == "PASSWORD" and rest:
            self._keep(self._password, rest)
            return "OK"
        if text == "INVITE":
            code = "".join(secrets.choice(_SIGNS) for _ in range(20))
            self._keep(self._invitation, code)
            return "CODE " + code
        if text == "REVOKE":
            self._revoke()
            return "OK"
        return "NO"

    def _revoke(self):
        try:
            os.remove(self._invitation)
        except FileNotFoundError:
            pass

    def _login(self, user, secret):
        if not secret or not os.path.exists(self._password):
            return "NO"
        if user == "farmer" and self._is(self._password, secret):
            self._user = "farmer"
            return "OK"
        if user == "support" and self._is(self._invitation, secret):
            try:
                os.remove(self._invitation)
            except OSError:
                return "NO"
            self._user = "support"
            return "OK"
        return "NO"
