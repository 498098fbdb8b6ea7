"""Readings of the villages' weather stations, and who may do what with them."""
import re
import secrets
from dataclasses import dataclass

_STATION = re.compile(r"[a-z0-9-]+", re.ASCII)
_ACTIONS = ("read", "write")


@dataclass
class _Key:
    path: str               # where it stands in the tree of keys: /3/1 was made with /3
    scopes: frozenset
    made: int = 0           # how many keys were made with it

    def may(self, action, station):
        return bool(self.scopes & {f"{action}:{station}", f"{action}:*"})

    def made_with(self, other):
        return self.path != other.path and self.path.startswith(other.path)


def _is_station(station):
    return isinstance(station, str) and _STATION.fullmatch(station) is not None


class Stations:
    def __init__(self, owner_key):
        self._keys = {}
        if isinstance(owner_key, str) and owner_key:
            self._keys[owner_key] = _Key("", frozenset({"read:*", "write:*", "keys"}))
        self._readings = {}

    def _key(self, key):
        found = self._keys.get(key) if isinstance(key, str) else None
        if found is None:
            raise PermissionError("that is no key")
        return found

    @staticmethod
    def _may_grant(maker, scope):
        if not isinstance(scope, str):
            return False
        if scope == "keys":
            return True                     # makers have it themselves
        action, colon, station = scope.partition(":")
        if not colon or action not in _ACTIONS:
            return False
        if station == "*":
            return scope in maker.scopes
        return _is_station(station) and maker.may(action, station)

    def make_key(self, key, scopes):
        maker = self._key(key)
        if "keys" not in maker.scopes:
            raise PermissionError("this key makes no keys")
        if not isinstance(scopes, list) or not all(self._may_grant(maker, scope) for scope in scopes):
            raise PermissionError("no key makes one that can do more than itself")
        maker.made += 1
        new = secrets.token_urlsafe(24)
        self._keys[new] = _Key(f"{maker.path}/{maker.made}", frozenset(scopes))
        return new

    def revoke(self, key, other):
        revoker, ended = self._key(key), self._key(other)
        if "keys" not in revoker.scopes or not ended.made_with(revoker):
            raise PermissionError("that key was not made with this one")
        self._keys = {name: entry for name, entry in self._keys.items()
                      if entry is not ended and not entry.made_with(ended)}

    def _check(self, key, action, station):
        if not self._key(key).may(action, station) or not _is_station(station):
            raise PermissionError(f"this key may not {action} there")

    def record(self, key, station, value):
        self._check(key, "write", station)
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._check(key, "read", station)
        return list(self._readings.get(station, ()))
