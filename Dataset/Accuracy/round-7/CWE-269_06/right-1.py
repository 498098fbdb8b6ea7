from __future__ import annotations

from functools import reduce
from types import MappingProxyType
from typing import NamedTuple


class _State(NamedTuple):
    """All there is; never changed, only followed by another state."""
    limits: MappingProxyType
    deputies: frozenset = frozenset()      # pairs (person, deputy)
    slips: tuple = ()                      # pairs (author, amount)
    signed: tuple = ()                     # triples (number, person, on_behalf_of)


def _need(condition, error, *args):
    if not condition:
        raise error(*args)


def _aboard(state, *people):
    for person in people:
        _need(person in state.limits, KeyError, person)



def _without(state, test):
    return state.deputies - frozenset(filter(test, state.deputies))


def _write(state, person, amount):
    _aboard(state, person)
    return state._replace(slips=state.slips + ((person, amount),))


def _dismiss(state, person):
    _aboard(state, person)
    return state._replace(deputies=_without(state, lambda pair: pair[0] == person))


def _appoint(state, person, deputy):
    _aboard(state, person, deputy)
    state = _dismiss(state, person)
    return state._replace(deputies=state.deputies | {(person, deputy)})


def _sign(state, person, number, on_behalf_of):
    _aboard(state, person, *(() if on_behalf_of is None else (on_behalf_of,)))
    _need(isinstance(number, int) and 0 < number <= len(state.slips), KeyError, number)
    author, amount = state.slips[number - 1]
    rules = {
        "not the deputy": on_behalf_of is None or (on_behalf_of, person) in state.deputies,
        "own slip": author != person and author != on_behalf_of,
        "signed already": all(number != one for one, *_ in state.signed),
        "above the limit": amount <= state.limits[person if on_behalf_of is None else on_behalf_of],
    }
    _need(all(rules.values()), PermissionError, [rule for rule, kept in rules.items() if not kept])
    return state._replace(signed=state.signed + ((int(number), person, on_behalf_of),))


def _set_limit(state, person, limit):
    _aboard(state, person)
    return state._replace(limits=MappingProxyType({**state.limits, person: limit}))


def _leave(state, person):
    _aboard(state, person)
    left = {name: limit for name, limit in state.limits.items() if name != person}
    return state._replace(limits=MappingProxyType(left),
                          deputies=_without(state, lambda pair: person in pair))


def _join(state, person, limit):
    _need(person not in state.limits, KeyError, person)
    return state._replace(limits=MappingProxyType({**state.limits, person: limit}))


class Slips:
    def __init__(self, limits):
        self.__state = _State(MappingProxyType(dict(limits)))

    def __do(self, step, *args):
        self.__state = reduce(lambda state, f: f(state, *args), (step,), self.__state)

    def write(self, person, amount):
        self.__do(_write, person, amount)
        return len(self.__state.slips)

    def appoint(self, person, deputy):
        self.__do(_appoint, person, deputy)

    def dismiss(self, person):
        self.__do(_dismiss, person)

    def sign(self, person, number, on_behalf_of=None):
        self.__do(_sign, person, number, on_behalf_of)

    def signed(self):
        return {number: (person, behalf) for number, person, behalf in self.__state.signed}

    def set_limit(self, person, limit):
        self.__do(_set_limit, person, limit)

    def leave(self, person):
        self.__do(_leave, person)

    def join(self, person, limit):
        self.__do(_join, person, limit)
