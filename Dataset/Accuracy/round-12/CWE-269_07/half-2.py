"""Who may do what in the chemical store."""
from collections import defaultdict

RIGHTS = {"look": 0, "take": 1, "refill": 2}


def rank(right):
    try:
        return RIGHTS[right]
    except (KeyError, TypeError):
        raise ValueError(f"there is no right {right!r}") from None


class Area:
    """A room, cupboard or shelf, with the rules that are made for it."""

    def __init__(self, name, above):
        self.name, self.above, self.inside = name, above, {}
        self.allowed = defaultdict(set)     # who -> ranks
        self.denied = defaultdict(set)

    @property
    def path(self):
        return self.name if self.above is None else f"{self.above.path}/{self.name}"

    def upwards(self):
        area = self
        while area is not None:
            yield area
            area = area.above

    def deny(self, who, number):
        """Only the denials that say something: one for a right covers the
        rights after it, so that the look-up at the lock stays short."""
        ranks = self.denied[who]
        if any(lower <= number for lower in ranks):
            return
        ranks.add(number)


class Store:
    def __init__(self, areas):
        self._top = {}
        for path in areas:
            above, level = None, self._top
            for name in path.split("/"):
                if name not in level:
                    level[name] = Area(name, above)
                above = level[name]
                level = above.inside
        self._members = defaultdict(set)    # member -> groups

    def _area(self, path):
        area, level = None, self._top
        for name in path.split("/"):
            area = level[name]              # KeyError if there is none
            level = area.inside
        return area

    def _all(self):
        waiting = list(self._top.values())
        while waiting:
            area = waiting.pop()
            yield area
            waiting.extend(area.inside.values())

    def join(self, member, group):
        self._members[member].add(group)

    def leave(self, member, group):
        self._members[member].discard(group)

    def _names(self, person):
        names, waiting = {person}, [person]
        while waiting:
            for group in self._members.get(waiting.pop(), ()):
                if group not in names:
                    names.add(group)
                    waiting.append(group)
        return names

    def allow(self, who, right, area):
        number, area = rank(right), self._area(area)
        area.allowed[who].add(number)

    def deny(self, who, right, area):
        number, area = rank(right), self._area(area)
        area.deny(who, number)

    def withdraw(self, who, right, area):
        number, area = rank(right), self._area(area)
        area.allowed[who].discard(number)
        area.denied[who].discard(number)

    @staticmethod
    def _decide(names, number, area):
        allowed = False
        for place in area.upwards():
            for name in names:
                if any(lower <= number for lower in place.denied.get(name, ())):
                    return False
                if any(higher >= number for higher in place.allowed.get(name, ())):
                    allowed = True
        return allowed

    def may(self, person, right, area):
        return self._decide(self._names(person), rank(right), self._area(area))

    def areas(self, person, right):
        number, names = rank(right), self._names(person)
        return sorted(area.path for area in self._all() if self._decide(names, number, area))

    def move(self, area, above):
        area, above = self._area(area), self._area(above)
        if area in above.upwards():
            raise ValueError("an area cannot be put into itself")
        if area.above is above:
            return
        if area.name in above.inside:
            raise ValueError(f"{above.path} has a {area.name} already")
        level = self._top if area.above is None else area.above.inside
        del level[area.name]
        above.inside[area.name] = area
        area.above = above

    def merge(self, other):
        pairs = [(self._area(theirs.path), theirs) for theirs in other._all()]
        for member, groups in list(other._members.items()):
            self._members[member] |= groups
        for mine, theirs in pairs:
            for who, ranks in list(theirs.allowed.items()):
                mine.allowed[who] |= ranks
            for who, ranks in list(theirs.denied.items()):
                mine.denied[who] |= ranks
