import base64
import hashlib
import hmac
import json
import re
import secrets

NAME = re.compile(r"[a-z0-9-]+")


class Stations:
    """Keys are signed statements: what they are good for and by whom they were made."""

    def __init__(self, owner_key):
        self._owner = owner_key
        self._secret = secrets.token_bytes(32)
        self._revoked = set()
        self._data = {}

    def _sign(self, payload):
        return hmac.new(self._secret, payload.encode(), hashlib.sha256).hexdigest()

    def _open(self, key):
        """Returns the scopes of a key and its makers, nearest first."""
        if not isinstance(key, str) or not key or not key.isascii():
            raise PermissionError("no key")
        if hmac.compare_digest(key.encode(), self._owner.encode()):
            return None, []
        payload, _, signature = key.rpartition(".")
        if not hmac.compare_digest(signature, self._sign(payload)):
            raise PermissionError("no key")
        told = json.loads(base64.urlsafe_b64decode(payload))
        makers = []
        if told["by"] is not None:
            makers = [told["by"]] + self._open(told["by"])[1]
        if key in self._revoked:
            raise PermissionError("revoked")
        return told["scopes"], makers

    @staticmethod
    def _allows(scopes, kind, station):
        return scopes is None or f"{kind}:{station}" in scopes or f"{kind}:*" in scopes

    def _station(self, key, kind, station):
        scopes, _ = self._open(key)
        if not isinstance(station, str) or not NAME.fullmatch(station) or not self._allows(scopes, kind, station):
            raise PermissionError(station)

    def make_key(self, key, scopes):
        mine, _ = self._open(key)
        if not isinstance(scopes, list) or (mine is not None and "keys" not in mine):
            raise PermissionError("keys")
        for scope in scopes:
            if scope == "keys":
                continue
            m = isinstance(scope, str) and re.fullmatch(r"(read|write):(\*|[a-z0-9-]+)", scope)
            if not m or not self._allows(mine, m[1], m[2]):
                raise PermissionError("scope")
        by = None if mine is None else key
        told = {"scopes": scopes, "by": by, "nonce": secrets.token_hex(8)}
        payload = base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
        return payload + "." + self._sign(payload)

    def revoke(self, key, other):
        mine, _ = self._open(key)
        _, makers = self._open(other)
        if other == self._owner or (mine is not None and ("keys" not in mine or key not in makers)):
            raise PermissionError("not yours")
        self._revoked.add(other)

    def record(self, key, station, value):
        self._station(key, "write", station)
        self._data.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._station(key, "read", station)
        return self._data.get(station, [])[:]
