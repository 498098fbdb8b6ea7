RIGHTS = ("look", "take", "refill")


def _level(right):
    if right not in RIGHTS:
        raise ValueError(f"no such right: {right!r}")
    return RIGHTS.index(right)


def _above(area):
    """The area and all above it."""
    parts = area.split("/")
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


class Store:
    def __init__(self, areas):
        self._areas = {one for area in areas for one in _above(area)}
        self._groups = {}       # member: set of groups
        # (who, area): a right includes those before it, and a denied one takes those after it
        # along, so the highest level that is allowed and the lowest that is denied say it all
        self._allowed = {}
        self._denied = {}

    def _area(self, area):
        if area not in self._areas:
            raise KeyError(area)

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)

    def _all(self, person):
        found, todo = {person}, [person]
        while todo:
            new = self._groups.get(todo.pop(), set()) - found
            found |= new
            todo.extend(new)
        return found

    def allow(self, who, right, area):
        self._area(area)
        key = who, area
        self._allowed[key] = max(_level(right), self._allowed.get(key, -1))

    def deny(self, who, right, area):
        self._area(area)
        key = who, area
        self._denied[key] = min(_level(right), self._denied.get(key, len(RIGHTS)))

    def withdraw(self, who, right, area):
        self._area(area)
        level = _level(right)
        for rules in self._allowed, self._denied:
            if rules.get((who, area)) == level:
                del rules[who, area]

    def may(self, person, right, area):
        level = _level(right)
        self._area(area)
        keys = [(who, place) for who in self._all(person) for place in _above(area)]
        if any(self._denied.get(key, len(RIGHTS)) <= level for key in keys):
            return False
        return any(self._allowed.get(key, -1) >= level for key in keys)

    def areas(self, person, right):
        _level(right)
        return sorted(area for area in self._areas if self.may(person, right, area))

    def move(self, area, above):
        self._area(area)
        self._area(above)
        if above == area or above.startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        new = above + "/" + area.rpartition("/")[2]
        if new == area:
            return
        if new in self._areas:
            raise ValueError(f"there is {new} already")

        def moved(path):
            return new + path[len(area):] if path == area or path.startswith(area + "/") else path

        self._areas = {moved(path) for path in self._areas}
        self._allowed = {(who, moved(place)): level for (who, place), level in self._allowed.items()}
        self._denied = {(who, moved(place)): level for (who, place), level in self._denied.items()}

    def merge(self, other):
        for member, groups in other._groups.items():
            self._groups[member] = self._groups.get(member, set()) | groups
        for key, level in other._allowed.items():
            self._allowed[key] = max(level, self._allowed.get(key, -1))
        for key, level in other._denied.items():
            self._denied[key] = min(level, self._denied.get(key, len(RIGHTS)))
