import secrets
from dataclasses import dataclass, field
from typing import Optional


@dataclass(eq=False)
class Key:
    scopes: frozenset
    maker: Optional["Key"] = None
    ended: bool = False

    def line(self):
        """This key, its maker's, and so on up to the owner's."""
        key = self
        while key is not None:
            yield key
            key = key.maker

    @property
    def is_good(self):
        return not any(key.ended for key in self.line())

    def allows(self, scope):
        kind, colon, _ = scope.partition(":")
        return scope in self.scopes or bool(colon) and f"{kind}:*" in self.scopes


@dataclass
class Station:
    values: list = field(default_factory=list)


class Stations:
    def __init__(self, owner_key):
        self._keys = {owner_key: Key(frozenset(("keys", "read:*", "write:*")))}
        self._stations = {}

    def _key(self, text, scope):
        key = self._keys.get(text) if isinstance(text, str) else None
        if key is None or not key.is_good or not key.allows(scope):
            raise PermissionError(scope)
        return key

    def _station(self, name):
        if not isinstance(name, str) or not name.replace("-", "").isalnum() or name != name.lower():
            raise PermissionError("there is no such station")
        return self._stations.setdefault(name, Station())

    def make_key(self, key, scopes):
        maker = self._key(key, "keys")
        if not isinstance(scopes, list) or not all(isinstance(one, str) and maker.allows(one) for one in scopes):
            raise PermissionError("a key cannot give more than it has")
        text = secrets.token_hex(20)
        self._keys[text] = Key(frozenset(scopes), maker)
        return text

    def revoke(self, key, other):
        mine = self._key(key, "keys")
        ended = self._keys.get(other)
        if ended is None or ended is mine or mine not in list(ended.line()):
            raise PermissionError("not made with this key")
        ended.ended = True

    def record(self, key, station, value):
        self._key(key, f"write:{station}")
        self._station(station).values.append(value)

    def readings(self, key, station):
        self._key(key, f"read:{station}")
        return self._station(station).values[:]
