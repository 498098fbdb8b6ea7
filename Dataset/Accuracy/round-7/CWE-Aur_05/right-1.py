"""A tree of grants; scopes are parsed into objects once, and compared as such."""
from __future__ import annotations
import enum
import functools
import re
import secrets
import threading
from dataclasses import dataclass, field
from typing import Iterator


class Right(enum.Enum):
    READ = "read"
    WRITE = "write"
    KEYS = "keys"


ALL = object()
_NAME = re.compile(r"[a-z0-9\-]+", re.ASCII)


def _name(text) -> str:
    if type(text) is str and _NAME.fullmatch(text):
        return text
    raise PermissionError("no name of a station")


@dataclass(frozen=True)
class Scope:
    right: Right
    station: object = None

    @classmethod
    def parse(cls, text) -> Scope:
        if type(text) is not str:
            raise PermissionError("no scope")
        if text == "keys":
            return cls(Right.KEYS)
        verb, colon, name = text.partition(":")
        if colon != ":" or verb not in ("read", "write"):
            raise PermissionError("no scope")
        return cls(Right(verb), ALL if name == "*" else _name(name))

    def __ge__(self, other: Scope) -> bool:
        return self.right is other.right and (self.station is ALL or self.station == other.station)


@dataclass(eq=False)
class Grant:
    scopes: tuple[Scope, ...]
    maker: Grant | None = None
    ended: bool = False

    def up(self) -> Iterator[Grant]:
        grant = self
        while grant is not None:
            yield grant
            grant = grant.maker

    @property
    def alive(self) -> bool:
        return not any(g.ended for g in self.up())

    def demand(self, *wanted: Scope) -> None:
        for want in wanted:
            if not any(have >= want for have in self.scopes):
                raise PermissionError("not with this key")


def locked(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        with self._lock:
            return method(self, *args)
    return wrapper


class Stations:
    def __init__(self, owner_key):
        self._lock = threading.Lock()
        self._book: dict[str, Grant] = {}
        self._rows: dict[str, list] = {}
        self._root = Grant((Scope(Right.KEYS), Scope(Right.READ, ALL), Scope(Right.WRITE, ALL)))
        if owner_key:
            self._book[owner_key] = self._root

    def _grant(self, key) -> Grant:
        grant = self._book.get(key) if type(key) is str else None
        if grant is None or not grant.alive:
            raise PermissionError("no key")
        return grant

    @locked
    def make_key(self, key, scopes):
        maker = self._grant(key)
        maker.demand(Scope(Right.KEYS))
        if not isinstance(scopes, (list, tuple)):
            raise PermissionError("no list of scopes")
        wanted = tuple(map(Scope.parse, scopes))
        maker.demand(*wanted)
        new = secrets.token_urlsafe(32)
        self._book[new] = Grant(wanted, maker)
        return new

    @locked
    def revoke(self, key, other):
        mine, its = self._grant(key), self._grant(other)
        mine.demand(Scope(Right.KEYS))
        if its is mine or mine not in its.up():
            raise PermissionError("not made with this key")
        its.ended = True

    @locked
    def record(self, key, station, value):
        self._grant(key).demand(Scope(Right.WRITE, _name(station)))
        self._rows.setdefault(station, []).append(value)

    @locked
    def readings(self, key, station):
        self._grant(key).demand(Scope(Right.READ, _name(station)))
        return [*self._rows.get(station, ())]
