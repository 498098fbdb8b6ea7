import re
import secrets

SCOPE = re.compile(r"(read|write):([a-z0-9-]+|\*)|keys")


class Stations:
    """Scopes are kept as pairs; `keys` is ("keys", ""), and a pair with "*" stands for all of its kind."""

    def __init__(self, owner_key):
        self._owner = owner_key
        self._children = {owner_key: set()}
        self._pairs = {owner_key: {("read", "*"), ("write", "*"), ("keys", "")}}
        self._readings = {}

    def _may(self, key, kind, station):
        pairs = self._pairs.get(key, ()) if type(key) is str else ()
        return (kind, station) in pairs or (kind, "*") in pairs

    @staticmethod
    def _pair(scope):
        match = SCOPE.fullmatch(scope)
        if match is None:
            raise PermissionError(f"no scope: {scope}")
        return (match[1], match[2]) if match[1] else ("keys", "")

    def make_key(self, key, scopes):
        pairs = {self._pair(scope) for scope in scopes}
        if not self._may(key, "keys", "") or not all(self._may(key, *pair) for pair in pairs):
            raise PermissionError("this key cannot make such a key")
        made = secrets.token_urlsafe(16)
        self._pairs[made], self._children[made] = pairs, set()
        self._children[key].add(made)
        return made

    def _below(self, key):
        for child in self._children.get(key, ()):
            yield child
            yield from self._below(child)

    def revoke(self, key, other):
        if not self._may(key, "keys", "") or other not in set(self._below(key)):
            raise PermissionError("this key cannot end that one")
        for ended in [other, *self._below(other)]:
            self._pairs.pop(ended, None)

    def record(self, key, station, value):
        if not (isinstance(station, str) and re.fullmatch("[a-z0-9-]+", station) and self._may(key, "write", station)):
            raise PermissionError(f"this key does not write for {station}")
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        if not (isinstance(station, str) and re.fullmatch("[a-z0-9-]+", station) and self._may(key, "read", station)):
            raise PermissionError(f"this key does not read {station}")
        return [*self._readings.get(station, ())]
