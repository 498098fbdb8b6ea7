from enum import IntEnum


class Right(IntEnum):
    look = 1
    take = 2
    refill = 3


def right_of(name):
    if not isinstance(name, str) or name not in Right.__members__:
        raise ValueError(f"no right: {name!r}")
    return Right[name]


class Area:
    def __init__(self, name, above=None):
        self.name, self.above, self.inside = name, above, {}
        self.allowed, self.denied = set(), set()

    @property
    def path(self):
        return self.name if self.above is None else f"{self.above.path}/{self.name}"

    def up(self):
        area = self
        while area is not None:
            yield area
            area = area.above

    def all(self):
        yield self
        for area in self.inside.values():
            yield from area.all()


class Store:
    def __init__(self, areas):
        self.rooms = {}
        self.joined = set()
        for path in areas:
            self._make(path)

    def _make(self, path):
        inside, area = self.rooms, None
        for name in path.split("/"):
            if name not in inside:
                inside[name] = Area(name, area)
            area = inside[name]
            inside = area.inside
        return area

    def _all(self):
        return {area.path: area for room in self.rooms.values() for area in room.all()}

    def join(self, member, group):
        self.joined.add((member, group))

    def leave(self, member, group):
        self.joined.discard((member, group))

    def allow(self, who, right, area):
        of = right_of(right)
        self._all()[area].allowed.add((who, of))

    def deny(self, who, right, area):
        of = right_of(right)
        self._all()[area].denied.add((who, of))

    def withdraw(self, who, right, area):
        of = right_of(right)
        found = self._all()[area]
        found.allowed.discard((who, of))
        found.denied.discard((who, of))

    def _names(self, person):
        names = [person]
        for name in names:
            names.extend(group for member, group in self.joined if member == name and group not in names)
        return set(names)

    def _may(self, names, right, area):
        ways = list(area.up())
        if any(who in names and of <= right for one in ways for who, of in one.denied):
            return False
        return any(who in names and of >= right for one in ways for who, of in one.allowed)

    def may(self, person, right, area):
        of = right_of(right)
        return self._may(self._names(person), of, self._all()[area])

    def areas(self, person, right):
        names, of = self._names(person), right_of(right)
        return sorted(path for path, area in self._all().items() if self._may(names, of, area))

    def move(self, area, above):
        known = self._all()
        moving, place = known[area], known[above]
        if moving in place.up() or moving.name in place.inside:
            raise ValueError("it does not fit there")
        (moving.above.inside if moving.above else self.rooms).pop(moving.name)
        place.inside[moving.name] = moving
        moving.above = place

    def merge(self, other):
        self.joined |= other.joined
        for path, theirs in other._all().items():
            ours = self._make(path)
            ours.allowed |= theirs.allowed
            ours.denied |= theirs.denied
