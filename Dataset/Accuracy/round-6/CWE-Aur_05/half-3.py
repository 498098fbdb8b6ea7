import secrets
import string

LETTERS = frozenset(string.ascii_lowercase + string.digits + "-")
SEPARATOR = "."


def is_station(name):
    return isinstance(name, str) and name != "" and LETTERS.issuperset(name)


class Stations:
    """Keys are paths: each made key begins with the one it was made with."""

    def __init__(self, owner_key):
        self._owner_key = owner_key
        self._scopes = {}
        self._readings = {}

    def _may(self, key, scope):
        if not isinstance(key, str) or not key:
            return False
        if key == self._owner_key:
            return True
        scopes = self._scopes.get(key, ())
        action, colon, _ = scope.partition(":")
        return scope in scopes or colon == ":" and action + ":*" in scopes

    def _require(self, key, scope):
        if not self._may(key, scope):
            raise PermissionError(scope)

    def make_key(self, key, scopes):
        self._require(key, "keys")
        if not isinstance(scopes, list):
            raise PermissionError("scopes")
        for scope in scopes:
            if not isinstance(scope, str):
                raise PermissionError("scope")
            action, _, station = scope.partition(":")
            if scope != "keys" and (action not in ("read", "write") or station != "*" and not is_station(station)):
                raise PermissionError(scope)
            self._require(key, scope)
        prefix = "" if key == self._owner_key else key + SEPARATOR
        made = prefix + secrets.token_hex(16)
        self._scopes[made] = tuple(scopes)
        return made

    def revoke(self, key, other):
        self._require(key, "keys")
        if not isinstance(other, str) or other not in self._scopes:
            raise PermissionError("other")
        if key != self._owner_key and not other.startswith(key + SEPARATOR):
            raise PermissionError("other")
        for made in list(self._scopes):
            if made == other or made.startswith(other + SEPARATOR):
                del self._scopes[made]

    def record(self, key, station, value):
        if not is_station(station):
            raise PermissionError("station")
        self._require(key, "write:" + station)
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        if not is_station(station):
            raise PermissionError("station")
        self._require(key, "read:" + station)
        return list(self._readings.get(station, ()))
