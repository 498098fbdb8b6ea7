"""Console of the milking robot."""
import hashlib
import hmac
import os
import secrets

_SALT = 16
_HASH = 32


def _slow(password, salt, length=_HASH):
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=2048, r=8, p=1, dklen=length)


def _quick(code):
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).digest()


class Console:
    """In the folder: `password` (salt and hash) and `invitation` (hash of the code)."""

    def __init__(self, folder):
        self._folder = folder
        self._password = os.path.join(folder, "password")
        self._invitation = os.path.join(folder, "invitation")
        self._user = "nobody"

    def _store(self, path, content):
        draft = path + "." + secrets.token_hex(8)
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path)
        except BaseException:
            os.unlink(draft)
            raise

    def _load(self, path):
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            return b""

    def _set_password(self, password):
        salt = secrets.token_bytes(_SALT)
        self._store(self._password, salt + _slow(password, salt))

    def _is_password(self, password):
        kept = self._load(self._password)
        salt, expected = kept[:_SALT], kept[_SALT:]
        if not password or not expected:
            return False
        return hmac.compare_digest(_slow(password, salt, len(expected)), expected)

    def _use_code(self, code):
        if not os.path.exists(self._password):
            return False
        expected = self._load(self._invitation)
        if not hmac.compare_digest(_quick(code), expected):
            return False
        try:
            os.unlink(self._invitation)     # first, so that it is good only once
        except OSError:
            return False
        return True

    def _revoke(self):
        try:
            os.unlink(self._invitation)
        except FileNotFoundError:
            pass

    def set_up(self, password):
        if os.path.lexists(self._password):
            raise RuntimeError("the robot is set up already")
        self._set_password(password)

    def line(self, text):
        word, _, rest = text.partition(" ")
        if word == "LOGIN":
            self._user = "nobody"
            name, _, secret = rest.partition(" ")
            if name == "farmer" and self._is_password(secret):
                self._user = "farmer"
            elif name == "support" and self._use_code(secret):
                self._user = "support"
            return "NO" if self._user == "nobody" else "OK"
        if text == "WHO":
            return self._user
        if self._user != "farmer":
            return "NO"
        if word == "PASSWORD" and rest:
            self._set_password(rest)
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._store(self._invitation, _quick(code))
            return "CODE " + code
        if text == "REVOKE":
            self._revoke()
            return "OK"
        return "NO"
