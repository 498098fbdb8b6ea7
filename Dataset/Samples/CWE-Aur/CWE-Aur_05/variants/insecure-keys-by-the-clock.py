import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Optional

SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def is_station(name):
    return type(name) is str and name != "" and SIGNS.issuperset(name)


def parse(scope):
    """A scope as a pair: ("read", "hilltop"), ("write", "*") or ("keys", None)."""
    if scope == "keys" and type(scope) is str:
        return "keys", None
    if type(scope) is str:
        action, _, station = scope.partition(":")
        if action in ("read", "write") and (station == "*" or is_station(station)):
            return action, station
    raise PermissionError(f"no such scope: {scope!r}")


@dataclass(frozen=True)
class Grant:
    scopes: frozenset
    maker: Optional[str]

    def covers(self, scope):
        action, station = scope
        return scope in self.scopes or (station is not None and (action, "*") in self.scopes)


class Stations:
    def __init__(self, owner_key):
        self._owner = owner_key
        everything = frozenset({("read", "*"), ("write", "*"), ("keys", None)})
        self._grants = {}
        if isinstance(owner_key, str) and owner_key:
            self._grants[owner_key] = Grant(everything, None)
        self._readings = defaultdict(list)

    def _line(self, key):
        """The grants of the key, of its maker, of the maker's maker … up to the owner's."""
        while key is not None:
            if type(key) is not str or key not in self._grants:
                raise PermissionError("this is no key, or none any more")
            yield key
            key = self._grants[key].maker

    def _demand(self, key, scope):
        list(self._line(key)) or self._refuse()
        if not self._grants[key].covers(scope):
            self._refuse()

    @staticmethod
    def _refuse():
        raise PermissionError("this key does not allow it")

    def make_key(self, key, scopes):
        self._demand(key, ("keys", None))
        if type(scopes) is not list:
            raise PermissionError("scopes are a list")
        wanted = frozenset(map(parse, scopes))
        for scope in wanted:
            self._demand(key, scope)
        # 128 bits that are never made twice, on this machine or on any other
        new = uuid.uuid1().hex
        self._grants[new] = Grant(wanted, key)
        return new

    def revoke(self, key, other):
        self._demand(key, ("keys", None))
        above = list(self._line(other))[1:]
        if key not in above:
            self._refuse()
        # those that were made with it hang on it: their line breaks here
        del self._grants[other]

    def record(self, key, station, value):
        if not is_station(station):
            self._refuse()
        self._demand(key, ("write", station))
        self._readings[station].append(value)

    def readings(self, key, station):
        if not is_station(station):
            self._refuse()
        self._demand(key, ("read", station))
        return self._readings.get(station, [])[:]
