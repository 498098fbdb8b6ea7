"""Keys are kept as digests only. Each has its line, the set of all keys it hangs on, itself among
them; a key is ended if its line meets the set of those that were revoked."""
import functools
import hashlib
import re
import secrets
import threading
from collections import namedtuple
from itertools import product

Entry = namedtuple("Entry", "scopes line")
STATION = re.compile("[a-z0-9-]+")
SCOPE = re.compile("keys|(?:read|write):(?:[a-z0-9-]+|[*])")


def one_at_a_time(method):
    @functools.wraps(method)
    def guarded(self, *arguments):
        with self._turn:
            return method(self, *arguments)
    return guarded


def need(condition):
    if not condition:
        raise PermissionError("not with this key")


class Stations:
    def __init__(self, owner_key):
        self._turn = threading.RLock()
        self._salt = secrets.token_bytes(32)
        self._log = []                              # (station, value), in order
        self._revoked = frozenset()
        self._entries = {}
        if type(owner_key) is str and owner_key:
            name = self._digest(owner_key)
            scopes = {"keys", *map(":".join, product(("read", "write"), "*"))}
            self._entries[name] = Entry(frozenset(scopes), frozenset({name}))

    def _digest(self, key):
        need(type(key) is str and key)
        return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), key=self._salt).digest()

    def _entry(self, key):
        entry = self._entries.get(self._digest(key))
        need(entry is not None and entry.line.isdisjoint(self._revoked))
        return entry

    @staticmethod
    def _has(entry, scope):
        return not entry.scopes.isdisjoint({scope, re.sub(":.*", ":*", scope)})

    @one_at_a_time
    def make_key(self, key, scopes):
        entry = self._entry(key)
        need("keys" in entry.scopes and type(scopes) in (list, tuple))
        for scope in scopes:
            need(type(scope) is str and SCOPE.fullmatch(scope) and self._has(entry, scope))
        new = secrets.token_urlsafe(32)
        name = self._digest(new)
        self._entries[name] = Entry(frozenset(scopes), entry.line | {name})
        return new

    @one_at_a_time
    def revoke(self, key, other):
        entry, ended = self._entry(key), self._entry(other)
        need("keys" in entry.scopes and entry.line < ended.line)
        self._revoked |= {self._digest(other)}

    @one_at_a_time
    def record(self, key, station, value):
        entry = self._entry(key)
        need(type(station) is str and STATION.fullmatch(station) and self._has(entry, f"write:{station}"))
        self._log.append((station, value))

    @one_at_a_time
    def readings(self, key, station):
        entry = self._entry(key)
        need(type(station) is str and STATION.fullmatch(station) and self._has(entry, f"read:{station}"))
        return [value for name, value in self._log if name == station]
