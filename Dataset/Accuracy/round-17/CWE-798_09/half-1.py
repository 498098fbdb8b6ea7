import hashlib
import hmac
import os
import secrets

ROUNDS = 20_000
SALT = 16


def _derive(password, salt, length=32):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"),
                               salt, ROUNDS, length)


def _digest(code):
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest().encode()


class Console:
    """In the folder: `farmer`, salt and hash of her password; `invitation`, hash of the code."""

    def __init__(self, folder):
        self._folder = folder
        self._farmer = os.path.join(folder, "farmer")
        self._invitation = os.path.join(folder, "invitation")
        self._user = None

    # what is kept

    def _write(self, path, data):
        draft = path + ".new"
        fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(fd)
        os.replace(draft, path)

    def _read(self, path):
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError:
            return b""

    def _set_password(self, password):
        salt = secrets.token_bytes(SALT)
        self._write(self._farmer, salt + _derive(password, salt))

    def _is_password(self, password):
        kept = self._read(self._farmer)
        salt, key = kept[:SALT], kept[SALT:]
        if not password or not key:
            return False
        return hmac.compare_digest(_derive(password, salt, len(key)), key)

    def _use_code(self, code):
        kept = self._read(self._invitation)
        if not code or not kept or not hmac.compare_digest(_digest(code), kept):
            return False
        os.unlink(self._invitation)     # if this fails, nobody comes in
        return True

    # the console

    def set_up(self, password):
        if os.listdir(self._folder):
            raise RuntimeError("was set up before")
        if not password:
            raise ValueError("no password")
        self._set_password(password)

    def line(self, text):
        command, _, rest = text.partition(" ")
        if command == "LOGIN":
            self._user = None
            user, _, secret = rest.partition(" ")
            if user == "farmer" and self._is_password(secret):
                self._user = "farmer"
            elif user == "support" and self._use_code(secret):
                self._user = "support"
            return "OK" if self._user else "NO"
        if text == "WHO":
            return self._user or "nobody"
        if self._user != "farmer":
            return "NO"
        if command == "PASSWORD" and rest:
            self._set_password(rest)
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._write(self._invitation, _digest(code))
            return "CODE " + code
        if text == "REVOKE":
            try:
                os.unlink(self._invitation)
            except FileNotFoundError:
                pass
            return "OK"
        return "NO"
