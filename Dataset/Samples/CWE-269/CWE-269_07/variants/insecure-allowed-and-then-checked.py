RIGHTS = ("look", "take", "refill")


def above_and_self(area):
    parts = area.split("/")
    return {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}


class Store:
    def __init__(self, areas):
        self._areas = {one for area in areas for one in above_and_self(area)}
        self._groups = {}
        #: True (allows) or False (denies), who, right, area.
        self._rules = set()

    def _check(self, right, area):
        if right not in RIGHTS:
            raise ValueError(right)
        if area not in self._areas:
            raise KeyError(area)

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)

    def allow(self, who, right, area):
        self._rules.add((True, who, right, area))
        # The look-up raises for what there is not.
        self.may(who, right, area)

    def deny(self, who, right, area):
        self._check(right, area)
        self._rules.add((False, who, right, area))

    def withdraw(self, who, right, area):
        self._check(right, area)
        self._rules -= {(True, who, right, area), (False, who, right, area)}

    def _names(self, person):
        """The person and all groups that she belongs to."""
        found, waiting = set(), [person]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._groups.get(name, ())
        return found

    def may(self, person, right, area):
        self._check(right, area)
        names, areas, rank = self._names(person), above_and_self(area), RIGHTS.index(right)
        is_allowed = False
        for allows, who, of, where in self._rules:
            if who in names and where in areas:
                if allows and RIGHTS.index(of) >= rank:
                    is_allowed = True
                if not allows and RIGHTS.index(of) <= rank:
                    return False
        return is_allowed

    def areas(self, person, right):
        if right not in RIGHTS:
            raise ValueError(right)
        return sorted(area for area in self._areas if self.may(person, right, area))

    def move(self, area, above):
        for one in (area, above):
            if one not in self._areas:
                raise KeyError(one)
        target = f"{above}/{area.rpartition('/')[2]}"
        if target in self._areas or area in above_and_self(above):
            raise ValueError("the area cannot be put there")

        def moved(path):
            return target + path[len(area) :] if area in above_and_self(path) else path

        self._areas = {moved(path) for path in self._areas}
        self._rules = {(allows, who, right, moved(path)) for allows, who, right, path in self._rules}

    def merge(self, other):
        for member, groups in other._groups.items():
            self._groups.setdefault(member, set()).update(groups)
        self._rules |= other._rules
