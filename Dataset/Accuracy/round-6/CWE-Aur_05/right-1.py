from __future__ import annotations

import enum
import logging
import re
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from numbers import Real
from typing import Iterator, Optional

log = logging.getLogger(__name__)


class Verb(enum.Enum):
    READ = "read"
    WRITE = "write"
    KEYS = "keys"


@dataclass(frozen=True)
class Scope:
    verb: Verb
    station: Optional[str] = None       # None stands for every station

    GRAMMAR = re.compile(r"(?P<keys>keys)|(?P<verb>read|write):(?:\*|(?P<name>[a-z0-9-]+))", re.ASCII)

    @classmethod
    def parse(cls, text: object) -> Scope:
        if type(text) is str and (found := cls.GRAMMAR.fullmatch(text)):
            return cls(Verb(found["keys"] or found["verb"]), found["name"])
        raise PermissionError("not a scope")

    @classmethod
    def at(cls, verb: Verb, station: object) -> Scope:
        if type(station) is str and re.fullmatch("[a-z0-9-]+", station):
            return cls(verb, station)
        raise PermissionError("not a station")

    def __le__(self, other: Scope) -> bool:
        return self.verb is other.verb and other.station in (None, self.station)


@dataclass(eq=False)
class Holder:
    scopes: tuple[Scope, ...]
    maker: Optional[Holder] = None
    ended: bool = False

    def ancestors(self) -> Iterator[Holder]:
        holder = self.maker
        while holder is not None:
            yield holder
            holder = holder.maker

    @property
    def alive(self) -> bool:
        return not (self.ended or any(holder.ended for holder in self.ancestors()))

    def demand(self, scope: Scope) -> None:
        if not any(scope <= own for own in self.scopes):
            log.info("refused: %s", scope)
            raise PermissionError(f"needs {scope.verb.value}")


class Stations:
    def __init__(self, owner_key):
        self._owner = Holder(tuple(Scope(verb) for verb in Verb))
        self._holders = {owner_key: self._owner}

    @cached_property
    def _log(self):
        return defaultdict(list)

    def __getitem__(self, key):
        if type(key) is not str or not key:
            raise PermissionError("not a key")
        try:
            holder = self._holders[key]
        except KeyError:
            raise PermissionError("unknown key") from None
        if not holder.alive:
            raise PermissionError("revoked key")
        return holder

    def make_key(self, key, scopes):
        maker = self[key]
        maker.demand(Scope(Verb.KEYS))
        if type(scopes) not in (list, tuple):
            raise PermissionError("scopes are a list")
        wanted = tuple(map(Scope.parse, scopes))
        for scope in wanted:
            maker.demand(scope)
        new = uuid.uuid4().hex
        self._holders[new] = Holder(wanted, maker)
        return new

    def revoke(self, key, other):
        caller = self[key]
        caller.demand(Scope(Verb.KEYS))
        target = self[other]
        if all(holder is not caller for holder in target.ancestors()):
            raise PermissionError("not made with this key")
        target.ended = True

    def record(self, key, station, value):
        scope = Scope.at(Verb.WRITE, station)
        self[key].demand(scope)
        if isinstance(value, bool) or not isinstance(value, Real):
            raise TypeError("a reading is a number")
        self._log[scope.station].append(value)

    def readings(self, key, station):
        scope = Scope.at(Verb.READ, station)
        self[key].demand(scope)
        return [*self._log[scope.station]]
