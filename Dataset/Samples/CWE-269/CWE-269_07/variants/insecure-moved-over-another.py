RIGHTS = ("look", "take", "refill")


class Store:
    def __init__(self, areas):
        self._rules = {}            # area -> set of (kind, who, rank of the right)
        self._above = {}            # member -> set of groups
        for path in areas:
            parts = path.split("/")
            for n in range(1, len(parts) + 1):
                self._rules.setdefault("/".join(parts[:n]), set())

    # ---- checks

    def _rank(self, right):
        if right not in RIGHTS:
            raise ValueError(f"no such right: {right!r}")
        return RIGHTS.index(right)

    def _there(self, area):
        if area not in self._rules:
            raise KeyError(area)

    # ---- memberships

    def join(self, member, group):
        if not group.startswith("@"):
            raise ValueError("not a group")
        self._above.setdefault(member, set()).add(group)

    def leave(self, member, group):
        self._above.get(member, set()).discard(group)

    def _names(self, person):
        names, todo = {person}, [person]
        while todo:
            for group in self._above.get(todo.pop(), ()):
                if group not in names:
                    names.add(group)
                    todo.append(group)
        return names

    # ---- rules

    def _enter(self, kind, who, right, area):
        rank = self._rank(right)
        self._there(area)
        self._rules[area].add((kind, who, rank))

    def allow(self, who, right, area):
        self._enter("allow", who, right, area)

    def deny(self, who, right, area):
        self._enter("deny", who, right, area)

    def withdraw(self, who, right, area):
        rank = self._rank(right)
        self._there(area)
        self._rules[area] -= {("allow", who, rank), ("deny", who, rank)}

    # ---- questions

    def _decide(self, names, rank, area):
        parts = area.split("/")
        allowed = False
        for n in range(1, len(parts) + 1):
            for kind, who, other in self._rules["/".join(parts[:n])]:
                if who not in names:
                    continue
                if kind == "deny" and other <= rank:
                    return False
                if kind == "allow" and other >= rank:
                    allowed = True
        return allowed

    def may(self, person, right, area):
        rank = self._rank(right)
        self._there(area)
        return self._decide(self._names(person), rank, area)

    def areas(self, person, right):
        rank = self._rank(right)
        names = self._names(person)
        return sorted(a for a in self._rules if self._decide(names, rank, a))

    # ---- changes of the whole

    def move(self, area, above):
        self._there(area)
        self._there(above)
        if above == area or above.startswith(area + "/"):
            raise ValueError("an area cannot be put into itself")
        new = above + "/" + area.rpartition("/")[2]
        stay, moved = {}, {}
        for path, rules in self._rules.items():
            if path == area or path.startswith(area + "/"):
                moved[new + path[len(area):]] = rules
            else:
                stay[path] = rules
        self._rules = {**stay, **moved}

    def merge(self, other):
        for area in other._rules:
            self._there(area)
        for area, rules in list(other._rules.items()):
            self._rules[area] |= rules
        for member, groups in list(other._above.items()):
            self._above.setdefault(member, set()).update(groups)
