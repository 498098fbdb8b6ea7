import hashlib
import hmac
import json
import os
import secrets


def _digest(text, salt):
    # the console's lines are Latin-1; a sign that it does not have must not be a crash
    secret = text.encode("latin-1", errors="replace")
    return hashlib.scrypt(secret, salt=salt, n=2**12, r=8, p=1, dklen=32)


def _sealed(text):
    salt = secrets.token_bytes(16)
    return {"salt": salt.hex(), "digest": _digest(text, salt).hex()}


def _opens(sealed, text):
    if not sealed:
        return False
    digest = bytes.fromhex(sealed["digest"])
    return len(digest) == 32 and hmac.compare_digest(_digest(text, bytes.fromhex(sealed["salt"])), digest)


class Console:
    def __init__(self, folder):
        self._path = os.path.join(folder, "console.json")
        self._user = None

    def _load(self):
        with open(self._path, encoding="ascii") as file:
            state = json.load(file)
        return state["password"], state["invitation"]

    def _save(self, password, invitation):
        with open(self._path + ".new", "w", encoding="ascii") as file:
            json.dump({"password": password, "invitation": invitation}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(self._path + ".new", self._path)

    def set_up(self, password):
        if os.path.lexists(self._path):
            raise RuntimeError("this robot has been set up")
        self._save(_sealed(password), None)

    def line(self, text):
        if text.split(" ", 1)[0] == "LOGIN":
            self._user = None
            try:
                self._user = self._login(text)
            except (OSError, ValueError, KeyError, TypeError):
                pass  # missing or damaged: nobody comes in
            return "OK" if self._user else "NO"
        if text == "WHO":
            return self._user or "nobody"
        if self._user != "farmer":
            return "NO"
        password, invitation = self._load()
        if text.startswith("PASSWORD ") and text != "PASSWORD ":
            self._save(_sealed(text[len("PASSWORD "):]), invitation)
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._save(password, _sealed(code))
            return "CODE " + code
        if text == "REVOKE":
            self._save(password, None)
            return "OK"
        return "NO"

    def _login(self, text):
        _, who, secret = text.split(" ", 2)
        password, invitation = self._load()
        if who == "farmer" and _opens(password, secret):
            return "farmer"
        if who == "support" and _opens(invitation, secret):
            self._save(password, None)  # first noted as used, then accepted
            return "support"
        return None
