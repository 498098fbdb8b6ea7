"""The chemical store. Areas are tuples of names; all that is known is in three
frozen sets, and each change puts new ones in their place."""
import enum
from itertools import accumulate


class Right(enum.IntEnum):
    look = 1
    take = 2
    refill = 3

    @classmethod
    def called(cls, name):
        if not isinstance(name, str) or name not in cls.__members__:
            raise ValueError(f"unknown right: {name!r}")
        return cls[name]


def _prefixes(parts):
    return frozenset(accumulate((part,) for part in parts))


class Store:
    def __init__(self, areas):
        self._places = frozenset().union(*(_prefixes(path.split("/")) for path in areas))
        self._links = frozenset()       # (member, group)
        self._rules = frozenset()       # (who, right, place, verdict)

    def _place(self, path):
        place = tuple(path.split("/")) if isinstance(path, str) else None
        if place not in self._places:
            raise LookupKeyError(path)
        return place

    def join(self, member, group):
        self._links |= {(member, group)}

    def leave(self, member, group):
        self._links -= {(member, group)}

    def allow(self, who, right, area):
        self._rules |= {(who, Right.called(right), self._place(area), True)}

    def deny(self, who, right, area):
        self._rules |= {(who, Right.called(right), self._place(area), False)}

    def withdraw(self, who, right, area):
        begin = (who, Right.called(right), self._place(area))
        self._rules -= {begin + (True,), begin + (False,)}

    def _hold_for(self, person):
        names = frozenset((person,))
        while True:
            more = names.union(group for member, group in self._links if member in names)
            if more == names:
                return [rule for rule in self._rules if rule[0] in names]
            names = more

    @staticmethod
    def _verdicts(rules, right, place):
        above = _prefixes(place)
        for _, of, where, verdict in rules:
            if where in above and (right <= of if verdict else of <= right):
                yield verdict

    def _decide(self, rules, right, place):
        return {*self._verdicts(rules, right, place)} == {True}

    def may(self, person, right, area):
        return self._decide(self._hold_for(person), Right.called(right), self._place(area))

    def areas(self, person, right):
        right, rules = Right.called(right), self._hold_for(person)
        return sorted("/".join(place) for place in self._places if self._decide(rules, right, place))

    def move(self, area, above):
        old, above = self._place(area), self._place(above)
        if above[:len(old)] == old:
            raise ValueError(f"{area} does not fit into itself")
        new = above + old[-1:]
        if new == old:
            return
        if new in self._places:
            raise ValueError("this place is taken")

        def to(place):
            return new + place[len(old):] if place[:len(old)] == old else place

        places = frozenset(map(to, self._places))
        rules = frozenset((who, right, to(place), verdict) for who, right, place, verdict in self._rules)
        self._places, self._rules = places, rules

    def merge(self, other):
        for *_, place, _ in other._rules:
            self._place("/".join(place))
        self._links, self._rules = self._links | other._links, self._rules | other._rules


class LookupKeyError(KeyError):
    """An area that there is not."""
