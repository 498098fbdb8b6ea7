import re
import secrets


class Stations:
    scopes, makers = {}, {}

    def __init__(self, owner_key):
        self.scopes[owner_key] = {"read:*", "write:*", "keys"}
        self.makers[owner_key] = None
        self.values = {}

    def require(self, key, scope):
        scopes = self.scopes.get(key, set())
        kind = scope.partition(":")[0]
        if scope not in scopes and f"{kind}:*" not in scopes:
            raise PermissionError(f"this key does not allow {scope}")

    def check_name(self, station):
        if not re.fullmatch("[a-z0-9-]+", station):
            raise ValueError(f"not the name of a station: {station!r}")

    def make_key(self, key, scopes):
        self.require(key, "keys")
        for scope in scopes:
            self.require(key, scope)
        made = secrets.token_urlsafe(24)
        self.scopes[made] = set(scopes)
        self.makers[made] = key
        return made

    def was_made_with(self, other, key):
        maker = self.makers.get(other)
        while maker is not None and maker != key:
            maker = self.makers[maker]
        return maker is not None

    def revoke(self, key, other):
        self.require(key, "keys")
        if not self.was_made_with(other, key):
            raise PermissionError("this key was made by somebody else")
        for ended in [one for one in self.scopes if one == other or self.was_made_with(one, other)]:
            del self.scopes[ended]

    def record(self, key, station, value):
        self.check_name(station)
        self.require(key, f"write:{station}")
        self.values.setdefault(station, []).append(value)

    def readings(self, key, station):
        self.check_name(station)
        self.require(key, f"read:{station}")
        return list(self.values.get(station, []))
