_RIGHTS = ("look", "take", "refill")


def _rank(right):
    if right not in _RIGHTS:
        raise ValueError(f"no such right: {right!r}")
    return _RIGHTS.index(right)


def _within(area):
    """The area itself and all above it."""
    parts = area.split("/")
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


class Store:
    def __init__(self, areas):
        self._areas = set()
        for area in areas:
            self._areas.update(_within(area))
        self._groups = {}      # member -> set of groups
        self._rules = set()    # (allowed, who, rank, area)
        self._closures = {}    # member -> all groups, direct or not; forgotten at each change

    def _area(self, area):
        if area not in self._areas:
            raise KeyError(area)

    # memberships

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)
        self._closures.clear()

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)
        self._closures.clear()

    def _all_groups(self, member, above=()):
        """All groups that the member is in; `above` are those being looked at, lest circles go on for ever."""
        if member in self._closures:
            return self._closures[member]
        found = set()
        for group in self._groups.get(member, ()):
            found.add(group)
            if group not in above:
                found |= self._all_groups(group, (*above, group))
        self._closures[member] = frozenset(found)
        return self._closures[member]

    # rules

    def allow(self, who, right, area):
        rank = _rank(right)
        self._area(area)
        self._rules.add((True, who, rank, area))

    def deny(self, who, right, area):
        rank = _rank(right)
        self._area(area)
        self._rules.add((False, who, rank, area))

    def withdraw(self, who, right, area):
        rank = _rank(right)
        self._area(area)
        self._rules -= {(True, who, rank, area), (False, who, rank, area)}

    def may(self, person, right, area):
        rank = _rank(right)
        self._area(area)
        whos = {person} | self._all_groups(person)
        places = set(_within(area))
        allowed = False
        for allows, who, level, place in self._rules:
            if who not in whos or place not in places:
                continue
            if not allows and level <= rank:
                return False
            if allows and level >= rank:
                allowed = True
        return allowed

    def areas(self, person, right):
        _rank(right)
        return sorted(area for area in self._areas if self.may(person, right, area))

    # changes of the whole

    def move(self, area, above):
        self._area(area)
        self._area(above)
        if above == area or above.startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        target = above + "/" + area.rsplit("/", 1)[-1]
        if target == area:
            return
        if target in self._areas:
            raise ValueError(f"there is {target} already")

        def new(path):
            if path == area or path.startswith(area + "/"):
                return target + path[len(area):]
            return path

        self._areas = {new(path) for path in self._areas}
        self._rules = {(allows, who, rank, new(path)) for allows, who, rank, path in self._rules}

    def merge(self, other):
        for member, groups in list(other._groups.items()):
            self._groups.setdefault(member, set()).update(groups)
        self._rules |= other._rules
        self._closures.clear()
