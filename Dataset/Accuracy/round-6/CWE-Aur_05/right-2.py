import functools
import hashlib
import secrets
import threading

_NAME = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def _digest(key):
    if not isinstance(key, str) or key == "":
        raise PermissionError("that is no key")
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _name(station):
    if isinstance(station, str) and station and not set(station) - _NAME:
        return station
    raise PermissionError("that is no station")


def _expand(scope):
    """Turn a scope into a pair of what and where."""
    if scope == "keys":
        return ("keys", "")
    if not isinstance(scope, str):
        raise PermissionError("that is no scope")
    what, _, where = scope.partition(":")
    if what not in {"read", "write"}:
        raise PermissionError("that is no scope")
    return (what, where if where == "*" else _name(where))


def _holds(pairs, pair):
    what, where = pair
    return pair in pairs or (what != "keys" and (what, "*") in pairs)


def _with(action):
    def decorate(method):
        @functools.wraps(method)
        def call(self, key, *args):
            with self._lock:
                digest = _digest(key)
                if digest not in self._table:
                    raise PermissionError("that key does nothing")
                pairs = self._table[digest][0]
                pair = (action, "") if action == "keys" else (action, _name(args[0]))
                if not _holds(pairs, pair):
                    raise PermissionError("the key does not allow it")
                return method(self, digest, *args)
        return call
    return decorate


class Stations:
    def __init__(self, owner_key):
        self._lock = threading.RLock()
        everything = frozenset({("read", "*"), ("write", "*"), ("keys", "")})
        self._table = {}
        if owner_key:
            self._table[_digest(owner_key)] = (everything, ())
        self._journal = []

    def make_key(self, key, scopes):
        return self._make(key, scopes)

    def revoke(self, key, other):
        self._revoke(key, other)

    def record(self, key, station, value):
        self._record(key, station, value)

    def readings(self, key, station):
        return list(self._readings(key, station))

    @_with("keys")
    def _make(self, maker, scopes):
        own, line = self._table[maker]
        if not isinstance(scopes, list):
            raise PermissionError("the scopes are no list")
        given = frozenset(map(_expand, scopes))
        if not all(_holds(own, pair) for pair in given):
            raise PermissionError("the key does not allow it")
        key = secrets.token_urlsafe(24)
        self._table[_digest(key)] = (given, (*line, maker))
        return key

    @_with("keys")
    def _revoke(self, maker, other):
        ended = _digest(other)
        _, line = self._table.get(ended, (None, ()))
        if maker not in line:
            raise PermissionError("the other key was not made with this one")
        self._table = {
            digest: entry for digest, entry in self._table.items()
            if ended not in (digest, *entry[1])
        }

    @_with("write")
    def _record(self, _, station, value):
        self._journal.append((station, value))

    @_with("read")
    def _readings(self, _, station):
        return (value for name, value in tuple(self._journal) if name == station)
