import hashlib
import hmac
import json
import os
import secrets

_ROUNDS = 20_000


def _hash(secret, salt):
    return hashlib.pbkdf2_hmac("sha256", secret.encode("utf-8", "surrogatepass"),
                               bytes.fromhex(salt), _ROUNDS).hex()


def _kept(secret):
    salt = os.urandom(16).hex()
    return {"salt": salt, "hash": _hash(secret, salt)}


def _same(secret, kept):
    if not secret or not isinstance(kept, dict):
        return False
    salt, digest = kept["salt"], kept["hash"]
    if len(salt) != 32 or len(digest) != 64:
        return False
    return hmac.compare_digest(_hash(secret, salt), digest)


class Console:
    """Robots are switched off at any moment, so what is kept is written
    beside the old state, which stays as a second copy."""

    def __init__(self, folder):
        self._path = os.path.join(folder, "state.json")
        self._copy = os.path.join(folder, "state.old.json")
        self._user = None

    def _read_from(self, path):
        try:
            with open(path, encoding="utf-8") as file:
                body, digest = file.read().split("\n")
        except (OSError, ValueError):
            return None
        # A file that is cut off or damaged is as good as none.
        if hashlib.sha256(body.encode("utf-8")).hexdigest() != digest:
            return None
        return json.loads(body)

    def _read(self):
        state = self._read_from(self._path)
        if state is None:
            state = self._read_from(self._copy)
        return state

    def _write(self, state):
        body = json.dumps(state)
        digest = hashlib.sha256(body.encode("utf-8")).hexdigest()
        new = self._path + ".new"
        with open(new, "w", encoding="utf-8") as file:
            file.write(body + "\n" + digest)
            file.flush()
            os.fsync(file.fileno())
        if self._read_from(self._path) is not None:
            os.replace(self._path, self._copy)
        os.replace(new, self._path)

    def set_up(self, password):
        if os.path.exists(self._path) or os.path.exists(self._copy):
            raise RuntimeError("this robot is set up already")
        self._write({"farmer": _kept(password), "support": None})

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
        state = self._read()
        if state is None:
            return "NO"
        if command == "PASSWORD" and rest:
            state["farmer"] = _kept(rest)
            self._write(state)
            return "OK"
        if text == "INVITE":
            code = secrets.token_hex(16)
            state["support"] = _kept(code)
            self._write(state)
            return "CODE " + code
        if text == "REVOKE":
            state["support"] = None
            self._write(state)
            return "OK"
        return "NO"

    def _login(self, user, secret):
        state = self._read()
        if state is None:
            return "NO"
        if user == "farmer" and _same(secret, state["farmer"]):
            self._user = "farmer"
            return "OK"
        if user == "support" and _same(secret, state["support"]):
            state["support"] = None
            try:
                self._write(state)
            except OSError:
                return "NO"
            self._user = "support"
            return "OK"
        return "NO"
