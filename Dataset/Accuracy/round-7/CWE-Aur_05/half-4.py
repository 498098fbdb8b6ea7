import re
import secrets


class Stations:
    def __init__(self, owner_key):
        self._scopes = {owner_key: {"keys", "read:*", "write:*"}}
        self._maker = {owner_key: None}
        self._values = {}

    def _may(self, key, what):
        if not isinstance(key, str) or not key:
            return False
        scopes = self._scopes.get(key, set())
        if what == "keys":
            return "keys" in scopes
        m = re.fullmatch(r"(read|write):(\*|[a-z0-9-]+)", what) if isinstance(what, str) else None
        return m is not None and (what in scopes or m[1] + ":*" in scopes)

    def _makers(self, key):
        """All keys above this one, up to the owner's."""
        above = []
        while key in self._maker:
            key = self._maker[key]
            above.append(key)
        return above

    def make_key(self, key, scopes):
        if not self._may(key, "keys"):
            raise PermissionError("this key makes no keys")
        if not isinstance(scopes, list) or not all(self._may(key, s) for s in scopes):
            raise PermissionError("a key cannot do more than its maker")
        new = secrets.token_urlsafe(18)
        self._scopes[new] = set(scopes)
        self._maker[new] = key
        return new

    def revoke(self, key, other):
        if not isinstance(other, str) or other not in self._maker or self._maker[other] is None:
            raise PermissionError("no key that could be revoked")
        # whoever stands above it has the scope "keys" and has not been revoked
        if key not in self._makers(other):
            raise PermissionError("not made with this key")
        gone = [k for k in self._maker if k == other or other in self._makers(k)]
        for k in gone:
            del self._maker[k], self._scopes[k]

    def record(self, key, station, value):
        if station == "*" or not isinstance(station, str) or not self._may(key, "write:" + station):
            raise PermissionError("write")
        self._values.setdefault(station, []).append(value)

    def readings(self, key, station):
        if station == "*" or not isinstance(station, str) or not self._may(key, "read:" + station):
            raise PermissionError("read")
        return list(self._values.get(station, []))
