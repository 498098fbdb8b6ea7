import re
import secrets

STATION = re.compile(r"[a-z0-9-]+")


class Stations:
    def __init__(self, owner_key):
        self._owner = owner_key
        self._keys = {}
        self._readings = {}

    def _known(self, key):
        return isinstance(key, str) and key != "" and (key == self._owner or key in self._keys)

    def _has(self, key, scope):
        if not self._known(key):
            return False
        if key == self._owner:
            return True
        granted = self._keys[key]["scope"].split()
        if scope in granted:
            return True
        kind, _, name = scope.partition(":")
        return bool(name) and kind in ("read", "write") and kind + ":*" in granted

    def _demand(self, key, scope):
        if not self._has(key, scope):
            raise PermissionError("this key does not allow it")

    def _station(self, name):
        if not isinstance(name, str) or not STATION.fullmatch(name):
            raise PermissionError("no such station")
        return name

    def _made_with(self, other, key):
        while other in self._keys:
            other = self._keys[other]["maker"]
            if other == key:
                return True
        return False

    def make_key(self, key, scopes):
        self._demand(key, "keys")
        if not isinstance(scopes, list):
            raise PermissionError("scopes")
        for scope in scopes:
            if not isinstance(scope, str):
                raise PermissionError("scope")
            self._demand(key, scope)
        new = secrets.token_urlsafe(24)
        self._keys[new] = {"maker": key, "scope": " ".join(scopes)}
        return new

    def revoke(self, key, other):
        self._demand(key, "keys")
        if not isinstance(other, str) or not self._made_with(other, key):
            if key != self._owner or other not in self._keys:
                raise PermissionError("not yours")
        gone = [k for k in self._keys if k == other or self._made_with(k, other)]
        for k in gone:
            del self._keys[k]

    def record(self, key, station, value):
        self._demand(key, "write:" + self._station(station))
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._demand(key, "read:" + self._station(station))
        return list(self._readings.get(station, []))
