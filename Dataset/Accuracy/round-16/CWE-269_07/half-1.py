RIGHTS = ("look", "take", "refill")


class Store:
    def __init__(self, areas):
        self._areas = set()
        for path in areas:
            while path:
                self._areas.add(path)
                path = path.rpartition("/")[0]
        self._groups = {}     # member -> the groups that it is in
        self._rules = {}      # area -> {(who, right, allowed)}

    def _check(self, area, right=RIGHTS[0]):
        if right not in RIGHTS:
            raise ValueError(right)
        if area not in self._areas:
            raise KeyError(area)

    # memberships
    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)

    def _names(self, person):
        seen, todo = {person}, [person]
        while todo:
            for group in self._groups.get(todo.pop(), ()):
                if group not in seen:
                    seen.add(group)
                    todo.append(group)
        return seen

    # rules
    def _enter(self, who, right, area, allowed):
        self._check(area, right)
        self._rules.setdefault(area, set()).add((who, right, allowed))

    def allow(self, who, right, area):
        self._enter(who, right, area, True)

    def deny(self, who, right, area):
        self._enter(who, right, area, False)

    def withdraw(self, who, right, area):
        self._check(area, right)
        self._rules.get(area, set()).difference_update({(who, right, True), (who, right, False)})

    def _may(self, names, right, area):
        wanted, found = RIGHTS.index(right), False
        while area:
            for who, of, allowed in self._rules.get(area, ()):
                if who in names:
                    if not allowed and RIGHTS.index(of) <= wanted:
                        return False
                    if allowed and RIGHTS.index(of) >= wanted:
                        found = True
            area = area.rpartition("/")[0]
        return found

    def may(self, person, right, area):
        self._check(area, right)
        return self._may(self._names(person), right, area)

    def areas(self, person, right):
        if right not in RIGHTS:
            raise ValueError(right)
        names = self._names(person)
        return sorted(area for area in self._areas if self._may(names, right, area))

    # changes of the building
    def move(self, area, above):
        self._check(area)
        self._check(above)
        if (above + "/").startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        target = above + "/" + area.rpartition("/")[2]
        moved = {old: target + old[len(area):] for old in self._areas
                 if (old + "/").startswith(area + "/")}
        left = self._areas - moved.keys()
        if target in left:
            raise ValueError("there is such an area already: " + target)
        self._areas = left | set(moved.values())
        for old, new in moved.items():
            if old in self._rules:
                self._rules[new] = self._rules[old]
        for old in moved:
            self._rules.pop(old, None)

    def merge(self, other):
        if other._areas != self._areas:
            raise ValueError("other areas")
        for member, groups in other._groups.items():
            self._groups[member] = self._groups.get(member, set()) | groups
        for area, rules in other._rules.items():
            self._rules[area] = self._rules.get(area, set()) | rules
