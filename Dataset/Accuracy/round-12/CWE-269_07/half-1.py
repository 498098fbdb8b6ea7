"""Who may do what in the chemical store."""

RIGHTS = ("look", "take", "refill")


def _level(right):
    if right not in RIGHTS:
        raise ValueError(f"no such right: {right!r}")
    return RIGHTS.index(right)


def _chain(area):
    """The area and all those that it is in."""
    parts = area.split("/")
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


class Store:
    def __init__(self, areas):
        self._areas = {above for area in areas for above in _chain(area)}
        self._groups = {}               # member -> the groups it was put into
        self._allowed = set()           # (who, level, area)
        self._denied = set()
        self._closures = {}             # name -> all groups it belongs to, itself too

    def _need(self, area):
        if area not in self._areas:
            raise KeyError(area)

    # memberships

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)
        self._closures.clear()

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)
        self._closures.clear()

    def _closure(self, name, above=()):
        """The name and every group it belongs to, directly or not.

        The locks ask often and memberships change seldom, so what was found
        is kept until the next change. Groups may be members of each other:
        one that is being looked at already is not entered again.
        """
        known = self._closures.get(name)
        if known is not None:
            return known
        found = {name}
        for group in self._groups.get(name, ()):
            if group not in above:
                found |= self._closure(group, above + (name,))
        self._closures[name] = frozenset(found)
        return found

    # rules

    def allow(self, who, right, area):
        level = _level(right)
        self._need(area)
        self._allowed.add((who, level, area))

    def deny(self, who, right, area):
        level = _level(right)
        self._need(area)
        self._denied.add((who, level, area))

    def withdraw(self, who, right, area):
        rule = who, _level(right), area
        self._need(area)
        self._allowed.discard(rule)
        self._denied.discard(rule)

    def may(self, person, right, area):
        level = _level(right)
        self._need(area)
        names = self._closure(person)
        places = _chain(area)
        if any((name, lower, place) in self._denied
               for name in names for place in places for lower in range(level + 1)):
            return False
        return any((name, higher, place) in self._allowed
                   for name in names for place in places
                   for higher in range(level, len(RIGHTS)))

    def areas(self, person, right):
        _level(right)
        return sorted(area for area in self._areas if self.may(person, right, area))

    # changes of the house

    def move(self, area, above):
        self._need(area)
        self._need(above)
        if above == area or above.startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        target = above + "/" + area.rpartition("/")[2]
        if target == area:
            return
        if target in self._areas:
            raise ValueError(f"{target} is there already")

        def renamed(path):
            if path == area or path.startswith(area + "/"):
                return target + path[len(area):]
            return path

        self._areas = {renamed(path) for path in self._areas}
        self._allowed = {(who, level, renamed(path)) for who, level, path in self._allowed}
        self._denied = {(who, level, renamed(path)) for who, level, path in self._denied}

    def merge(self, other):
        if other._areas != self._areas:
            raise KeyError("the stores have different areas")
        for member, groups in list(other._groups.items()):
            self._groups[member] = self._groups.get(member, set()) | groups
        self._allowed |= other._allowed
        self._denied |= other._denied
        self._closures.clear()
