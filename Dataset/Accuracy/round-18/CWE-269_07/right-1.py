from enum import IntEnum


class Right(IntEnum):
    look = 1
    take = 2
    refill = 3

    @classmethod
    def named(cls, name):
        if not isinstance(name, str) or name not in cls.__members__:
            raise UnknownRight(name)
        return cls[name]


class UnknownRight(ValueError):
    pass


class UnknownArea(KeyError):
    pass


class Place:
    """A node of the tree; the rules of an area hang on it and travel with it."""

    def __init__(self, name="", above=None):
        self.name, self.above, self.below = name, above, {}
        self.verdicts = {}                      # (who, Right): set of "allow" and "deny"
        if above is not None:
            above.below[name] = self

    def child(self, name):
        return self.below.get(name) or Place(name, self)

    def upward(self):
        place = self
        while place is not None:
            yield place
            place = place.above

    def everything(self):
        for place in self.below.values():
            yield place
            yield from place.everything()

    def path(self):
        names = [place.name for place in self.upward()][:-1]
        return "/".join(reversed(names))


class Store:
    def __init__(self, areas):
        self._root = Place()
        self._edges = set()                     # (member, group)
        for area in areas:
            place = self._root
            for name in area.split("/"):
                place = place.child(name)

    def _find(self, area):
        place = self._root
        for name in area.split("/"):
            place = place.below.get(name)
            if place is None:
                raise UnknownArea(area)
        return place

    def _crowd(self, person):
        """She and all groups that she is in, by rounds until no more come."""
        crowd, size = {person}, 0
        while size != len(crowd):
            size = len(crowd)
            crowd |= {group for member, group in self._edges if member in crowd}
        return crowd

    def join(self, member, group):
        self._edges = self._edges | {(member, group)}

    def leave(self, member, group):
        self._edges = self._edges - {(member, group)}

    def _enter(self, verdict, who, right, area):
        place, right = self._find(area), Right.named(right)
        place.verdicts.setdefault((who, right), set()).add(verdict)

    def allow(self, who, right, area):
        self._enter("allow", who, right, area)

    def deny(self, who, right, area):
        self._enter("deny", who, right, area)

    def withdraw(self, who, right, area):
        place, right = self._find(area), Right.named(right)
        place.verdicts.pop((who, right), None)

    @staticmethod
    def _judge(crowd, wanted, place):
        voices = {verdict
                  for one in place.upward()
                  for (who, right), verdicts in one.verdicts.items() if who in crowd
                  for verdict in verdicts
                  if (right >= wanted if verdict == "allow" else right <= wanted)}
        return voices == {"allow"}

    def may(self, person, right, area):
        wanted, place = Right.named(right), self._find(area)
        return self._judge(self._crowd(person), wanted, place)

    def areas(self, person, right):
        wanted, crowd = Right.named(right), self._crowd(person)
        return sorted(place.path() for place in self._root.everything()
                      if self._judge(crowd, wanted, place))

    def move(self, area, above):
        place, target = self._find(area), self._find(above)
        if place in target.upward():
            raise ValueError("into itself")
        there = target.below.get(place.name)
        if there is place:
            return
        if there is not None:
            raise ValueError("such an area is there already")
        del place.above.below[place.name]
        place.above = target
        target.below[place.name] = place

    def merge(self, other):
        pairs = [(self._find(place.path()), place) for place in other._root.everything()]
        for mine, theirs in pairs:
            for key, verdicts in list(theirs.verdicts.items()):
                mine.verdicts[key] = mine.verdicts.get(key, set()).union(verdicts)
        self._edges = self._edges | other._edges
