import hmac
import re
import secrets

STATION = re.compile(r"[a-z0-9-]+")
SCOPE = re.compile(r"keys|(read|write):([a-z0-9-]+|\*)")


class Stations:
    def __init__(self, owner_key):
        self._owner = owner_key
        self._keys = {}
        self._made = 0
        self._readings = {}

    def _is_owner(self, key):
        return isinstance(key, str) and key != "" and hmac.compare_digest(key.encode(), self._owner.encode())

    def _key(self, key):
        """The (path, scopes) of a key; the path lists its makers and itself."""
        if self._is_owner(key):
            return "", {"read:*", "write:*", "keys"}
        if not isinstance(key, str) or key not in self._keys:
            raise PermissionError("not a key")
        return self._keys[key]

    @staticmethod
    def _covers(scopes, scope):
        return scope in scopes or f"{scope.partition(':')[0]}:*" in scopes

    def make_key(self, key, scopes):
        path, own = self._key(key)
        if "keys" not in own:
            raise PermissionError("makes no keys")
        if not isinstance(scopes, list):
            raise ValueError("scopes are a list")
        for scope in scopes:
            if not isinstance(scope, str) or not SCOPE.fullmatch(scope):
                raise ValueError("not a scope")
            if not self._covers(own, scope):
                raise PermissionError("more than its maker may do")
        self._made += 1
        new = secrets.token_urlsafe(24)
        self._keys[new] = (f"{path}/{self._made}", frozenset(scopes))
        return new

    def revoke(self, key, other):
        path, own = self._key(key)
        ended, _ = self._key(other)
        if "keys" not in own or ended == path or not ended.startswith(path):
            raise PermissionError("not made with this key")
        for name, (line, _) in list(self._keys.items()):
            if line == ended or line.startswith(ended + "/"):
                del self._keys[name]

    def _allow(self, key, action, station):
        _, own = self._key(key)
        if not isinstance(station, str) or not STATION.fullmatch(station) \
                or not self._covers(own, f"{action}:{station}"):
            raise PermissionError("not this station")

    def record(self, key, station, value):
        self._allow(key, "write", station)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError("a reading is a number")
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._allow(key, "read", station)
        return list(self._readings.get(station, ()))
