import hashlib
import hmac
import json
import os
import secrets


class Console:
    def __init__(self, folder):
        self._file = os.path.join(folder, "console.json")
        self._user = "nobody"

    def _read(self):
        """Returns what is kept; raises an exception if it is missing or damaged."""
        with open(self._file, encoding="ascii") as file:
            kept = json.load(file)
        if set(kept) != {"password", "code"}:
            raise ValueError("damaged")
        for value in kept.values():
            if value is not None and [len(part) for part in value] != [32, 64]:
                raise ValueError("damaged")
        return kept

    def _write(self, kept):
        draft = self._file + ".new"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self._file)

    @staticmethod
    def _hash(secret, salt):
        data = hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
        return hashlib.pbkdf2_hmac("sha256", data, bytes.fromhex(salt), 20_000).hex()

    def _hidden(self, secret):
        salt = secrets.token_hex(16)
        return [salt, self._hash(secret, salt)]

    def _fits(self, secret, hidden):
        return hidden is not None and hmac.compare_digest(self._hash(secret, hidden[0]), hidden[1])

    def set_up(self, password):
        if os.path.lexists(self._file):
            raise RuntimeError("has been set up")
        if not password:
            raise ValueError("a password is needed")
        self._write({"password": self._hidden(password), "code": None})

    def line(self, text):
        command, _, rest = text.partition(" ")
        handler = {"LOGIN": self._login, "WHO": self._who, "PASSWORD": self._password,
                   "INVITE": self._invite, "REVOKE": self._revoke}.get(command)
        if handler is None or (command in ("WHO", "INVITE", "REVOKE") and text != command):
            return "NO"
        return handler(rest)

    def _login(self, rest):
        self._user = "nobody"
        account, _, secret = rest.partition(" ")
        if account not in ("farmer", "support") or not secret:
            return "NO"
        try:
            kept = self._read()
        except (OSError, ValueError, TypeError, AttributeError):
            return "NO"
        if not self._fits(secret, kept["password" if account == "farmer" else "code"]):
            return "NO"
        self._user = account
        if account == "support":
            kept["code"] = None         # it is good for one login
            self._write(kept)
        return "OK"

    def _who(self, rest):
        return self._user

    def _password(self, new):
        if self._user != "farmer" or not new:
            return "NO"
        self._write(self._read() | {"password": self._hidden(new)})
        return "OK"

    def _invite(self, rest):
        if self._user != "farmer":
            return "NO"
        code = secrets.token_hex(12)
        self._write(self._read() | {"code": self._hidden(code)})
        return f"CODE {code}"

    def _revoke(self, rest):
        if self._user != "farmer":
            return "NO"
        self._write(self._read() | {"code": None})
        return "OK"
