import re
import secrets

STATION = re.compile(r"[a-z0-9-]+")
SCOPE = re.compile(r"keys|(?:read|write):(?:[a-z0-9-]+|\*)")


class Stations:
    def __init__(self, owner_key):
        self._scopes = {owner_key: {"read:*", "write:*", "keys"}}
        self._maker = {owner_key: None}
        self._readings = {}

    def _own(self, key):
        if not isinstance(key, str) or not key or key not in self._scopes:
            raise PermissionError("no such key")
        return self._scopes[key]

    @staticmethod
    def _covers(scopes, scope):
        if scope in scopes:
            return True
        action, colon, _ = scope.partition(":")
        return bool(colon) and action + ":*" in scopes

    def _made_with(self, key, maker):
        key = self._maker[key]
        while key is not None and key != maker:
            key = self._maker[key]
        return key is not None

    def make_key(self, key, scopes):
        own = self._own(key)
        if "keys" not in own:
            raise PermissionError("this key makes no keys")
        if not isinstance(scopes, list) or not all(
                isinstance(s, str) and SCOPE.fullmatch(s) for s in scopes):
            raise PermissionError("not a list of scopes")
        if not all(self._covers(own, scope) for scope in scopes):
            raise PermissionError("more than this key may do")
        new = secrets.token_urlsafe(32)
        self._scopes[new] = set(scopes)
        self._maker[new] = key
        return new

    def revoke(self, key, other):
        own = self._own(key)
        self._own(other)
        if "keys" not in own or not self._made_with(other, key):
            raise PermissionError("not made with this key")
        for ended in [k for k in self._scopes if k == other or self._made_with(k, other)]:
            del self._scopes[ended]

    def _check(self, key, action, station):
        own = self._own(key)
        if not isinstance(station, str) or not STATION.fullmatch(station) \
                or not self._covers(own, f"{action}:{station}"):
            raise PermissionError(f"may not {action} here")

    def record(self, key, station, value):
        self._check(key, "write", station)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError("a reading is a number")
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._check(key, "read", station)
        return list(self._readings.get(station, []))
