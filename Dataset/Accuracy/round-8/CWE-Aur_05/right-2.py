from __future__ import annotations

import re
import secrets
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Iterator, NamedTuple


class Denied(PermissionError):
    pass


class Scope(NamedTuple):
    action: str
    station: str | None = None

    @classmethod
    def parse(cls, text) -> Scope:
        match text.split(":") if type(text) is str else None:
            case ["keys"]:
                return cls("keys")
            case [("read" | "write") as action, "*"]:
                return cls(action, "*")
            case [("read" | "write") as action, name]:
                return cls(action, _named(name))
        raise Denied("no such scope")


def _named(name) -> str:
    if type(name) is not str or re.fullmatch("[a-z0-9-]+", name) is None:
        raise Denied("no such station")
    return name


@dataclass(eq=False)
class Grant:
    scopes: frozenset[Scope]
    text: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    made: list[Grant] = field(default_factory=list, repr=False)

    def holds(self, scope: Scope) -> bool:
        return not self.scopes.isdisjoint({scope, scope._replace(station="*")} if scope.station else {scope})

    def below(self) -> Iterator[Grant]:
        waiting = list(self.made)
        while waiting:
            grant = waiting.pop()
            yield grant
            waiting += grant.made


class Stations:
    def __init__(self, owner_key):
        everything = frozenset(map(Scope.parse, ("read:*", "write:*", "keys")))
        self._grants = {owner_key: Grant(everything, owner_key)}
        self._readings = defaultdict(list)

    def _grant(self, key, need: Scope | None = None) -> Grant:
        grant = self._grants.get(key) if type(key) is str and key else None
        if grant is None or need is not None and not grant.holds(need):
            raise Denied("this key does not allow that")
        return grant

    def make_key(self, key, scopes):
        maker = self._grant(key, Scope("keys"))
        if type(scopes) not in (list, tuple):
            raise Denied("scopes come in a list")
        wanted = frozenset(map(Scope.parse, scopes))
        if not all(map(maker.holds, wanted)):
            raise Denied("nobody gives what she has not")
        grant = Grant(wanted)
        maker.made.append(grant)
        self._grants[grant.text] = grant
        return grant.text

    def revoke(self, key, other):
        maker, ended = self._grant(key, Scope("keys")), self._grant(other)
        if not any(grant is ended for grant in maker.below()):
            raise Denied("not made with this key")
        for grant in [ended, *ended.below()]:
            self._grants.pop(grant.text, None)

    def record(self, key, station, value):
        self._grant(key, Scope("write", _named(station)))
        if type(value) not in (int, float):
            raise TypeError("a number, please")
        self._readings[station].append(value)

    def readings(self, key, station):
        self._grant(key, Scope("read", _named(station)))
        return [*self._readings[station]]
