import hashlib
import hmac
import json
import os
import secrets


def hashed(text, salt):
    return hashlib.scrypt(text.encode("ascii", "replace"), salt=bytes.fromhex(salt), n=1024, r=8, p=1).hex()


def lock(text):
    salt = secrets.token_hex(16)
    return [salt, hashed(text, salt)]


def fits(text, kept):
    return bool(kept) and hmac.compare_digest(hashed(text, kept[0]), kept[1])


class Console:
    def __init__(self, folder):
        self.path = os.path.join(folder, "console.json")
        self.user = "nobody"

    def _read(self):
        if not os.path.exists(self.path):
            return {}
        with open(self.path, encoding="utf-8") as file:
            return json.load(file)

    def _write(self, kept):
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(kept, file)
        os.replace(self.path + ".new", self.path)

    def set_up(self, password):
        if self._read():
            raise RuntimeError("this robot has been set up")
        self._write({"farmer": lock(password), "support": None})

    def line(self, text):
        word, _, rest = text.partition(" ")
        if word == "LOGIN":
            self.user = "nobody"
            user, _, secret = rest.partition(" ")
            return "OK" if self._log_in(user, secret) else "NO"
        if text == "WHO":
            return self.user
        if self.user != "farmer":
            return "NO"
        kept = self._read()
        if word == "PASSWORD" and rest:
            self._write(kept | {"farmer": lock(rest)})
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._write(kept | {"support": lock(code)})
            return f"CODE {code}"
        if text == "REVOKE":
            self._write(kept | {"support": None})
            return "OK"
        return "NO"

    def _log_in(self, user, secret):
        kept = self._read()
        if user not in ("farmer", "support") or not secret or not fits(secret, kept.get(user)):
            return False
        if user == "support":
            self._write(kept | {"support": None})
        self.user = user
        return True
