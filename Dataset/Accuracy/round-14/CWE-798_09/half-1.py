import hashlib
import hmac
import json
import os
import secrets
import tempfile


def _digest(secret, salt):
    return hashlib.scrypt(hashlib.sha512(secret.encode("utf-8", "surrogatepass")).digest(),
                          salt=bytes.fromhex(salt), n=2 ** 12, r=8, p=1, dklen=32).hex()


class Console:
    """A console of one robot. All that is to be kept lies in one file, which is always replaced as a whole."""

    def __init__(self, folder):
        self._path = os.path.join(folder, "robot.json")
        self._user = "nobody"

    # what is kept

    def _load(self):
        try:
            with open(self._path, encoding="utf-8") as file:
                kept = json.load(file)
            good = (len(kept["salt"]) == 32 and len(kept["password"]) == 64 and len(kept["key"]) == 64
                    and type(kept["count"]) is int and type(kept["open"]) is bool)
            return kept if good else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _store(self, kept):
        fd, draft = tempfile.mkstemp(dir=os.path.dirname(self._path) or ".")
        try:
            with open(fd, "w", encoding="utf-8") as file:
                json.dump(kept, file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self._path)
        except BaseException:
            if os.path.exists(draft):
                os.unlink(draft)
            raise

    # the two ways in

    def _is_farmer(self, password):
        kept = self._load()
        return (kept is not None and password != ""
                and hmac.compare_digest(kept["password"], _digest(password, kept["salt"])))

    @staticmethod
    def _code(kept):
        """The code of the last invitation: the robot's own key, drawn at set_up, and the invitation's number."""
        number = kept["count"].to_bytes(8, "big")
        return hmac.new(bytes.fromhex(kept["key"]), number, "sha256").hexdigest()[:32]

    def _is_support(self, code):
        kept = self._load()
        if kept is None or not kept["open"]:
            return False
        if not hmac.compare_digest(self._code(kept).encode(), code.encode("utf-8", "surrogatepass")):
            return False
        kept["open"] = False
        self._store(kept)
        return True

    # what is called

    def set_up(self, password):
        if os.path.lexists(self._path):
            raise RuntimeError("this robot has been set up")
        if not password:
            raise ValueError("an empty password")
        salt = secrets.token_hex(16)
        self._store({"salt": salt, "password": _digest(password, salt),
                     "key": secrets.token_hex(32), "count": 0, "open": False})

    def line(self, text):
        word, _, rest = text.partition(" ")
        if word == "LOGIN":
            self._user = "nobody"
            who, _, secret = rest.partition(" ")
            if who == "farmer" and self._is_farmer(secret):
                self._user = "farmer"
            elif who == "support" and self._is_support(secret):
                self._user = "support"
            return "NO" if self._user == "nobody" else "OK"
        if text == "WHO":
            return self._user
        if self._user != "farmer" or not (text in ("INVITE", "REVOKE") or word == "PASSWORD" and rest):
            return "NO"
        kept = self._load()
        if kept is None:
            return "NO"
        if text == "INVITE":
            kept["count"] += 1
            kept["open"] = True
        elif text == "REVOKE":
            kept["open"] = False
        else:
            kept["salt"] = secrets.token_hex(16)
            kept["password"] = _digest(rest, kept["salt"])
        self._store(kept)
        return f"CODE {self._code(kept)}" if text == "INVITE" else "OK"
