"""Immutable states: every act computes a whole new state, or raises and leaves the old one."""
import enum
from typing import NamedTuple, Mapping, Optional
from types import MappingProxyType


class Right(enum.Flag):
    bench = enum.auto()
    saw = enum.auto()
    lathe = enum.auto()
    laser = enum.auto()
    people = enum.auto()
    roles = enum.auto()


NOTHING = Right(0)
ALL = ~NOTHING
HELPERS = Right.people | Right.roles


class Refused(PermissionError):
    """Somebody wanted more than she may."""


class Unknown(KeyError):
    """No such member, or no such role."""


class State(NamedTuple):
    roles: Mapping[str, Right]
    standard: str
    members: Mapping[str, Optional[str]]

    def power(self, name):
        try:
            own = self.members[name]
        except KeyError:
            return NOTHING
        return self.roles[own if own is not None else self.standard]

    def __call__(self, **changes):
        return self._replace(**{k: MappingProxyType(v) if isinstance(v, dict) else v
                                for k, v in changes.items()})


def act(need=None):
    """A method that yields nothing but a new state; `need` is what `by` must have."""
    def wrap(step):
        def method(self, by, *rest):
            state = self._state
            if need is not None and not need & state.power(by):
                raise Refused(f"{by} lacks {need.name}")
            self._state = step(state, by, *rest)
        method.__name__ = step.__name__
        return method
    return wrap


def within(state, by, *powers):
    mine = state.power(by)
    for power in powers:
        if power & ~mine:
            raise Refused(f"{by} is not that powerful")


def known(where, key):
    if key not in where:
        raise Unknown(key)
    return where[key]


class Workshop:
    def __init__(self, founder):
        self._state = State(MappingProxyType({"founder": ALL, "guest": Right.bench}), "guest",
                            MappingProxyType({founder: "founder"}))

    def join(self, name):
        state = self._state
        if name in state.members:
            raise ValueError(f"{name} is a member")
        self._state = state(members={**state.members, name: None})

    def leave(self, by, name):
        (self._go if by == name else self._expel)(by, name)

    @act()
    def _go(state, by, name):
        known(state.members, name)
        return state(members={n: r for n, r in state.members.items() if n != name})

    @act(Right.people)
    def _expel(state, by, name):
        known(state.members, name)
        within(state, by, state.power(name))
        return state(members={n: r for n, r in state.members.items() if n != name})

    @act(Right.people)
    def give(state, by, name, role):
        known(state.members, name)
        new = NOTHING if role is None else known(state.roles, role)
        within(state, by, state.power(name), new)
        return state(members={**state.members, name: role})

    @act(Right.roles)
    def define(state, by, role, rights):
        new = NOTHING
        for right in rights:
            if right not in Right.__members__:
                raise ValueError(f"there is no right {right!r}")
            new |= Right[right]
        within(state, by, new, state.roles.get(role, NOTHING))
        if role == state.standard and new & HELPERS:
            raise ValueError("the standard role has no such right")
        return state(roles={**state.roles, role: new})

    @act(Right.roles)
    def remove(state, by, role):
        power = known(state.roles, role)
        if role == state.standard:
            raise ValueError("the standard role cannot be removed")
        within(state, by, power)
        return state(roles={r: p for r, p in state.roles.items() if r != role},
                     members={n: None if r == role else r for n, r in state.members.items()})

    @act(Right.roles)
    def set_standard(state, by, role):
        power = known(state.roles, role)
        within(state, by, power)
        if power & HELPERS:
            raise ValueError("the standard role has no such right")
        return state(standard=role)

    def rights(self, name):
        power = self._state.power(name)
        return sorted(right.name for right in Right if right & power)

    def may(self, name, right):
        return right in Right.__members__ and bool(Right[right] & self._state.power(name))
