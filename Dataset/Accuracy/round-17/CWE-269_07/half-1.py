_RIGHTS = ("look", "take", "refill")


class Store:
    def __init__(self, areas):
        self._areas = set()
        for path in areas:
            parts = path.split("/")
            for count in range(1, len(parts) + 1):
                self._areas.add("/".join(parts[:count]))
        self._groups = {}      # member -> the groups she or it is directly in
        self._rules = set()    # (allowed, who, number of the right, area)
        self._known = {}       # member -> everything whose rules hold for it

    def _area(self, area):
        if area not in self._areas:
            raise KeyError(area)

    @staticmethod
    def _right(right):
        if right not in _RIGHTS:
            raise ValueError(f"no such right: {right!r}")
        return _RIGHTS.index(right)

    # memberships

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)
        self._known.clear()

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)
        self._known.clear()

    def _holders(self, member, under_way=()):
        """The member, and all groups it is in, directly or by other groups."""
        if member in self._known:
            return self._known[member]
        found = {member}
        for group in self._groups.get(member, ()):
            if group == member or group in under_way:    # groups in each other
                found.add(group)
            else:
                found |= self._holders(group, under_way + (member,))
        self._known[member] = frozenset(found)
        return self._known[member]

    # rules

    def allow(self, who, right, area):
        self._enter(True, who, right, area)

    def deny(self, who, right, area):
        self._enter(False, who, right, area)

    def _enter(self, allowed, who, right, area):
        self._area(area)
        self._rules.add((allowed, who, self._right(right), area))

    def withdraw(self, who, right, area):
        self._area(area)
        number = self._right(right)
        self._rules -= {(True, who, number, area), (False, who, number, area)}

    def may(self, person, right, area):
        self._area(area)
        number = self._right(right)
        holders = self._holders(person)
        allowed = False
        for allows, who, rule_number, rule_area in self._rules:
            if who not in holders or not (area + "/").startswith(rule_area + "/"):
                continue
            if allows:
                allowed = allowed or number <= rule_number
            elif number >= rule_number:
                return False
        return allowed

    def areas(self, person, right):
        self._right(right)
        return sorted(area for area in self._areas if self.may(person, right, area))

    # whole stores

    def move(self, area, above):
        self._area(area)
        self._area(above)
        if (above + "/").startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        target = above + "/" + area.rsplit("/", 1)[-1]
        if target == area:
            return
        if target in self._areas:
            raise ValueError("there is such an area already")

        def moved(path):
            return target + path[len(area):] if (path + "/").startswith(area + "/") else path

        self._areas = {moved(path) for path in self._areas}
        self._rules = {(allows, who, number, moved(path)) for allows, who, number, path in self._rules}

    def merge(self, other):
        if other._areas != self._areas:
            raise ValueError("the stores have not got the same areas")
        for member, groups in list(other._groups.items()):
            self._groups[member] = self._groups.get(member, set()) | groups
        self._rules = self._rules | other._rules
        self._known.clear()
