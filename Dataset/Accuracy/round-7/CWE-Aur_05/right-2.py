import hashlib
import os
import string
from collections import defaultdict
from contextlib import contextmanager

LETTERS = frozenset(string.ascii_lowercase + string.digits + "-")


def Stations(owner_key):
    return _Stations(_print(owner_key))


def _print(key):
    """Keys are kept as fingerprints only."""
    if not isinstance(key, str) or key == "":
        return None
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _is_station(x):
    return isinstance(x, str) and x != "" and LETTERS.issuperset(x)


def _is_scope(x):
    if not isinstance(x, str):
        return False
    if x == "keys":
        return True
    for verb in ("read:", "write:"):
        if x.startswith(verb):
            rest = x[len(verb):]
            return rest == "*" or _is_station(rest)
    return False


class _Stations:
    def __init__(self, owner):
        self._owner = owner
        self._scopes = {}
        self._line = {}
        self._data = defaultdict(list)

    @contextmanager
    def _with(self, key, *needed):
        mark = _print(key)
        if mark is None:
            raise PermissionError("no key")
        if mark != self._owner:
            have = self._scopes.get(mark)
            if have is None:
                raise PermissionError("no key")
            for scope in needed:
                if scope not in have and (":" not in scope or scope.split(":")[0] + ":*" not in have):
                    raise PermissionError(scope)
        yield mark

    def make_key(self, key, scopes):
        if not isinstance(scopes, list) or not all(_is_scope(s) for s in scopes):
            raise PermissionError("scopes")
        with self._with(key, "keys", *scopes) as maker:
            new = os.urandom(20).hex()
            mark = _print(new)
            self._scopes[mark] = frozenset(scopes)
            self._line[mark] = self._line.get(maker, ()) + (maker,)
            return new

    def revoke(self, key, other):
        with self._with(key, "keys") as mine:
            its = _print(other)
            if its not in self._line or mine not in self._line[its]:
                raise PermissionError("not made with this key")
            for mark in [m for m, line in self._line.items() if m == its or its in line]:
                del self._scopes[mark], self._line[mark]

    def record(self, key, station, value):
        if not _is_station(station):
            raise PermissionError("station")
        with self._with(key, "write:" + station):
            self._data[station].append(value)

    def readings(self, key, station):
        if not _is_station(station):
            raise PermissionError("station")
        with self._with(key, "read:" + station):
            return list(self._data.get(station, []))
