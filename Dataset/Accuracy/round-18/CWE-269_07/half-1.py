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
        self._rules = set()     # (allowed?, who, level, area)
        self._known = {}        # person: everybody whose rules hold for her; asked for at each door

    def _area(self, area):
        if area not in self._areas:
            raise KeyError(area)

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)
        self._known.clear()

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)
        self._known.clear()

    def _all(self, person):
        if person not in self._known:
            found, todo = {person}, [person]
            while todo:
                for group in self._groups.get(todo.pop(), ()):
                    if group not in found:
                        found.add(group)
                        todo.append(group)
            self._known[person] = found
        return self._known[person]

    def allow(self, who, right, area):
        self._area(area)
        self._rules.add((True, who, _level(right), area))

    def deny(self, who, right, area):
        self._area(area)
        self._rules.add((False, who, _level(right), area))

    def withdraw(self, who, right, area):
        self._area(area)
        level = _level(right)
        self._rules -= {(True, who, level, area), (False, who, level, area)}

    def may(self, person, right, area):
        wanted = _level(right)
        self._area(area)
        everybody, places = self._all(person), set(_above(area))
        holding = [(allowed, level) for allowed, who, level, place in self._rules
                   if who in everybody and place in places]
        if any(not allowed and level <= wanted for allowed, level in holding):
            return False
        return any(allowed and level >= wanted for allowed, level in holding)

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
        self._rules = {(allowed, who, level, moved(place))
                       for allowed, who, level, place in self._rules}

    def merge(self, other):
        for member, groups in other._groups.items():
            self._groups[member] = self._groups.get(member, set()) | groups
        self._rules = self._rules | other._rules
