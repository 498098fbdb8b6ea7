import re
import secrets
from dataclasses import dataclass

NAME = re.compile(r"[a-z0-9-]+")
ALL = frozenset({"read:*", "write:*", "keys"})


@dataclass(frozen=True)
class Key:
    scopes: frozenset
    line: tuple

    def covers(self, scope):
        action, _, station = scope.partition(":")
        return scope in self.scopes or (NAME.fullmatch(station) is not None and f"{action}:*" in self.scopes)


class Stations:
    def __init__(self, owner_key):
        self._keys = {owner_key: Key(ALL, ())}
        self._readings = {}

    def _get(self, key):
        if not isinstance(key, str) or not key or key not in self._keys:
            raise PermissionError("no key")
        return self._keys[key]

    def make_key(self, key, scopes):
        maker = self._get(key)
        if "keys" not in maker.scopes:
            raise PermissionError("may not make keys")
        if not isinstance(scopes, list):
            raise PermissionError("scopes must be a list")
        for scope in scopes:
            if not isinstance(scope, str) or not maker.covers(scope):
                raise PermissionError(f"may not give {scope!r}")
        new = secrets.token_hex(16)
        self._keys[new] = Key(frozenset(scopes), maker.line + (key,))
        return new

    def revoke(self, key, other):
        caller, target = self._get(key), self._get(other)
        if not target.line:
            raise PermissionError("the owner's key stays")
        if caller.scopes != ALL and ("keys" not in caller.scopes or key not in target.line):
            raise PermissionError("not made with this key")
        self._keys = {k: v for k, v in self._keys.items() if k != other and other not in v.line}

    def _authorise(self, key, action, station):
        if not isinstance(station, str) or not NAME.fullmatch(station):
            raise PermissionError("no station")
        if not self._get(key).covers(f"{action}:{station}"):
            raise PermissionError(f"may not {action} {station}")

    def record(self, key, station, value):
        self._authorise(key, "write", station)
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._authorise(key, "read", station)
        return self._readings.get(station, [])[:]
