import re
import secrets


class Stations:
    def __init__(self, owner_key):
        self._keys = {owner_key: {"scope": "read:* write:* keys", "maker": None}}
        self._values = {}

    def _entry(self, key):
        entry = self._keys.get(key) if isinstance(key, str) and key else None
        if entry is None:
            raise PermissionError("unknown key")
        return entry

    @staticmethod
    def _granted(held, scope):
        if scope in held:
            return True
        action, colon, station = scope.partition(":")
        return bool(colon and station) and f"{action}:*" in held

    def _need(self, key, scope):
        if not self._granted(self._entry(key)["scope"].split(), scope):
            raise PermissionError(f"{scope} is not among the scopes of this key")

    def make_key(self, key, scopes):
        self._need(key, "keys")
        if not isinstance(scopes, list) or not all(isinstance(scope, str) for scope in scopes):
            raise PermissionError("scopes are strings")
        for scope in scopes:
            self._need(key, scope)
        new = secrets.token_urlsafe(32)
        self._keys[new] = {"scope": " ".join(scopes), "maker": key}
        return new

    def _makers(self, key):
        maker = self._keys[key]["maker"]
        while maker is not None:
            yield maker
            maker = self._keys[maker]["maker"]

    def revoke(self, key, other):
        self._need(key, "keys")
        self._entry(other)
        if key not in self._makers(other):
            raise PermissionError("this key was made with another")
        doomed = [k for k in self._keys if k == other or other in self._makers(k)]
        for k in doomed:
            del self._keys[k]

    def _station(self, key, action, station):
        if not isinstance(station, str) or not re.fullmatch(r"[a-z0-9-]+", station):
            raise PermissionError("no such station")
        self._need(key, f"{action}:{station}")
        return self._values.setdefault(station, [])

    def record(self, key, station, value):
        self._station(key, "write", station).append(value)

    def readings(self, key, station):
        return list(self._station(key, "read", station))
