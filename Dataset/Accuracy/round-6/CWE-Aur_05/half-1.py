import re
import secrets

STATION = re.compile(r"[a-z0-9-]+")


class Stations:
    def __init__(self, owner_key):
        self._owner = owner_key
        self._scopes = {}
        self._maker = {}
        self._children = {owner_key: []}
        self._readings = {}

    def _known(self, key):
        return isinstance(key, str) and key != "" and (key == self._owner or key in self._scopes)

    def _allows(self, key, scope):
        if not self._known(key):
            return False
        if key == self._owner:
            return True
        scopes = self._scopes[key]
        action, colon, _ = scope.partition(":")
        return scope in scopes or (bool(colon) and f"{action}:*" in scopes)

    @staticmethod
    def _valid(scope):
        if not isinstance(scope, str):
            return False
        if scope in ("keys", "read:*", "write:*"):
            return True
        action, _, station = scope.partition(":")
        return action in ("read", "write") and STATION.fullmatch(station) is not None

    def make_key(self, key, scopes):
        if not self._allows(key, "keys") or not isinstance(scopes, list):
            raise PermissionError("this key makes no keys")
        for scope in scopes:
            if not self._valid(scope) or not self._allows(key, scope):
                raise PermissionError("this key cannot give the scope")
        made = secrets.token_urlsafe(24)
        self._scopes[made] = frozenset(scopes)
        self._maker[made] = key
        self._children[made] = []
        self._children[key].append(made)
        return made

    def _end(self, key):
        for child in self._children[key]:
            self._end(child)
        self._children[self._maker[key]].remove(key)
        del self._children[key], self._maker[key], self._scopes[key]

    def revoke(self, key, other):
        if not self._allows(key, "keys") or not self._known(other) or other == self._owner:
            raise PermissionError("this key ends no such key")
        maker = self._maker[other]
        while maker != key:
            if maker == self._owner:
                raise PermissionError("the key was made with another")
            maker = self._maker[maker]
        self._end(other)

    def _check(self, key, action, station):
        if not isinstance(station, str) or not STATION.fullmatch(station):
            raise PermissionError("no such station")
        if not self._allows(key, f"{action}:{station}"):
            raise PermissionError("not allowed")

    def record(self, key, station, value):
        self._check(key, "write", station)
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._check(key, "read", station)
        return list(self._readings.get(station, []))
