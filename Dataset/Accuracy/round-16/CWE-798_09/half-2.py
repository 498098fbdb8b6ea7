"""Console of the milking robot: its state is one JSON file in the folder."""
import hashlib
import hmac
import json
import os
import secrets


def _hash(secret, salt):
    return hashlib.scrypt(secret.encode("utf-8", "surrogatepass"), salt=bytes.fromhex(salt),
                          n=4096, r=8, p=1, dklen=32).hex()


class Console:
    def __init__(self, folder):
        self._file = os.path.join(folder, "console.json")
        self._user = "nobody"

    # -- the state: {"farmer": [salt, hash], "support": [salt, hash] or None}

    def _load(self):
        """The state as it is on the robot, which other consoles change as well; None if there is none."""
        try:
            with open(self._file, encoding="ascii") as file:
                state = json.load(file)
        except (OSError, ValueError):
            return None
        return state if isinstance(state, dict) else None

    def _save(self, state):
        new = self._file + ".new"
        with open(new, "w", encoding="ascii") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, self._file)

    @staticmethod
    def _keep(secret):
        salt = secrets.token_hex(16)
        return [salt, _hash(secret, salt)]

    def _fits(self, who, secret):
        kept = (self._load() or {}).get(who)
        try:
            salt, wanted = kept
            return len(salt) == 32 and len(wanted) == 64 and hmac.compare_digest(_hash(secret, salt), wanted)
        except (TypeError, ValueError):
            return False

    def set_up(self, password):
        if os.path.lexists(self._file):
            raise RuntimeError("this robot has been set up")
        self._save({"farmer": self._keep(password), "support": None})

    def line(self, text):
        if text.split(" ")[0] == "LOGIN":
            return self._login(text)
        if text == "WHO":
            return self._user
        state = self._load()
        if self._user != "farmer" or state is None:
            return "NO"
        if text.startswith("PASSWORD ") and len(text) > 9:
            self._save({**state, "farmer": self._keep(text[9:])})
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            self._save({**state, "support": self._keep(code)})
            return "CODE " + code
        if text == "REVOKE":
            self._save({**state, "support": None})
            return "OK"
        return "NO"

    def _login(self, text):
        self._user = "nobody"
        _, who, secret = (text.split(" ", 2) + ["", ""])[:3]
        if who not in ("farmer", "support") or not secret or not self._fits(who, secret):
            return "NO"
        self._user = who
        if who == "support":
            self._save({**self._load(), "support": None})      # good for one login
        return "OK"
