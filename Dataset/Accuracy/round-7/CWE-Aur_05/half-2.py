import re
import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    maker: int | None
    scopes: frozenset


def valid_scope(scope):
    return isinstance(scope, str) and (
        scope == "keys" or re.fullmatch(r"(read|write):(\*|[a-z0-9-]+)", scope) is not None)


class Stations:
    """The keys themselves are only in _numbers; whatever is known of them is kept under a number."""

    def __init__(self, owner_key):
        self._numbers = {owner_key: 0}
        self._entries = {0: Entry(None, frozenset({"keys", "read:*", "write:*"}))}
        self._data = {}

    def _number(self, key):
        if not isinstance(key, str) or not key or key not in self._numbers:
            raise PermissionError("no key")
        return self._numbers[key]

    @staticmethod
    def _covers(scopes, scope):
        if not valid_scope(scope):
            return False
        kind, colon, _ = scope.partition(":")
        return scope in scopes or (bool(colon) and kind + ":*" in scopes)

    def _check(self, key, kind, station):
        if not isinstance(station, str) or not re.fullmatch("[a-z0-9-]+", station):
            raise PermissionError("no station")
        if not self._covers(self._entries[self._number(key)].scopes, f"{kind}:{station}"):
            raise PermissionError("not with this key")

    def _makers(self, number):
        while (number := self._entries[number].maker) is not None:
            yield number

    def make_key(self, key, scopes):
        maker = self._number(key)
        mine = self._entries[maker].scopes
        if "keys" not in mine or not isinstance(scopes, list):
            raise PermissionError("makes no keys")
        if not all(self._covers(mine, scope) for scope in scopes):
            raise PermissionError("more than the key itself may do")
        new, number = secrets.token_hex(16), len(self._entries)
        self._entries[number] = Entry(maker, frozenset(scopes))
        self._numbers[new] = number
        return new

    def revoke(self, key, other):
        mine, its = self._number(key), self._number(other)
        if "keys" not in self._entries[mine].scopes or mine not in self._makers(its):
            raise PermissionError("not made with this key")
        gone = {n for n in self._entries if n == its or its in self._makers(n)}
        self._numbers = {k: n for k, n in self._numbers.items() if n not in gone}
        for n in gone:
            del self._entries[n]

    def record(self, key, station, value):
        self._check(key, "write", station)
        self._data.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._check(key, "read", station)
        return list(self._data.get(station, ()))
