import hashlib
import logging
import secrets
import threading

log = logging.getLogger("choir")
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"


class Denied(Exception):
    pass


def _need(condition, why):
    if not condition:
        raise Denied(why)


class Accounts:
    def __init__(self):
        self._lock = threading.RLock()
        self._salts, self._hashes, self._codes = {}, {}, {}

    def _attempt(self, action, *args):
        try:
            with self._lock:
                _need(all(isinstance(a, str) for a in args), "not a string")
                action(*args)
        except Denied as e:
            log.info("denied: %s", e)
            return False
        return True

    def _hash(self, name, password):
        raw = password.encode("utf-8", "surrogatepass")
        return hashlib.pbkdf2_hmac("sha512", raw, self._salts[name], 10_000)

    def _give(self, name, password):
        self._salts[name] = secrets.token_bytes(32)
        self._hashes[name] = self._hash(name, password)

    def register(self, name, password):
        def action(name, password):
            _need(name not in self._hashes, "taken")
            self._give(name, password)
        return self._attempt(action, name, password)

    def login(self, name, password):
        def action(name, password):
            _need(name in self._hashes, "unknown")
            _need(secrets.compare_digest(self._hashes[name], self._hash(name, password)), "wrong password")
        return self._attempt(action, name, password)

    def forgot(self, name):
        code = "".join(map(secrets.choice, [SIGNS] * 20))

        def action(name):
            _need(name in self._hashes, "unknown")
            self._codes[name] = code
        return code if self._attempt(action, name) else None

    def reset(self, name, code, password):
        def action(name, code, password):
            _need(name in self._codes, "no code")
            _need(secrets.compare_digest(self._codes[name].encode(), code.encode("utf-8", "replace")), "wrong code")
            del self._codes[name]
            self._give(name, password)
        return self._attempt(action, name, code, password)
