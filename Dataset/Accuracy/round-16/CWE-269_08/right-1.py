from dataclasses import dataclass
from enum import Flag, auto
from functools import reduce, wraps
from operator import or_
from typing import Optional


class Right(Flag):
    bench = auto()
    saw = auto()
    lathe = auto()
    laser = auto()
    people = auto()
    roles = auto()


NOTHING = Right(0)
EVERYTHING = reduce(or_, Right)
OFFICES = Right.people | Right.roles


class Forbidden(PermissionError):
    """Somebody wanted more than she may."""


class TooMuchForEverybody(Forbidden):
    """The standard role cannot have this."""


@dataclass(eq=False)
class Role:
    can: Right
    gone: bool = False


@dataclass(eq=False)
class Member:
    own: Optional[Role] = None


def needs(right):
    def decorate(method):
        @wraps(method)
        def guarded(self, by, *args, **kwargs):
            if not self._can(by) & right:
                raise Forbidden(by, right.name)
            return method(self, by, *args, **kwargs)
        return guarded
    return decorate


class Workshop:
    def __init__(self, founder):
        self._roles = {"founder": Role(EVERYTHING), "guest": Role(Right.bench)}
        self._standard = self._roles["guest"]
        self._people = {founder: Member(self._roles["founder"])}

    def _can(self, name):
        try:
            own = self._people[name].own
        except KeyError:
            return NOTHING
        return self._standard.can if own is None or own.gone else own.can

    def _within(self, by, *masks):
        over = reduce(or_, masks, NOTHING) & ~self._can(by)
        if over:
            raise Forbidden(by, str(over))

    def rights(self, name):
        can = self._can(name)
        return sorted(right.name for right in Right if right & can)

    def may(self, name, right):
        return right in self.rights(name)

    def join(self, name):
        if self._people.setdefault(name, new := Member()) is not new:
            raise ValueError(name)

    def leave(self, by, name):
        (self._resign if by == name else self._expel)(by, name)

    def _resign(self, by, name):
        del self._people[name]

    @needs(Right.people)
    def _expel(self, by, name):
        self._people[name]
        self._within(by, self._can(name))
        del self._people[name]

    @needs(Right.people)
    def give(self, by, name, role):
        member, new = self._people[name], None
        if role is not None:
            new = self._roles[role]
        self._within(by, self._can(name), new.can if new else NOTHING)
        member.own = new

    @needs(Right.roles)
    def define(self, by, role, rights):
        can = NOTHING
        for right in rights:
            if right not in Right.__members__:
                raise ValueError(right)
            can |= Right[right]
        there = self._roles.get(role)
        self._within(by, can, there.can if there else NOTHING)
        if there is None:
            self._roles[role] = Role(can)
        elif there is self._standard and can & OFFICES:
            raise TooMuchForEverybody(role)
        else:
            there.can = can

    @needs(Right.roles)
    def remove(self, by, role):
        there = self._roles[role]
        if there is self._standard:
            raise ValueError(role)
        self._within(by, there.can)
        there.gone = True
        del self._roles[role]

    @needs(Right.roles)
    def set_standard(self, by, role):
        there = self._roles[role]
        self._within(by, there.can)
        if there.can & OFFICES:
            raise TooMuchForEverybody(role)
        self._standard = there
