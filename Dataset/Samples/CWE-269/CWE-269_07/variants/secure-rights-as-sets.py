RIGHTS = ["look", "take", "refill"]


class Store:
    """Works out what is allowed and what is denied as sets of (right, area), and takes one from the other."""

    def __init__(self, areas):
        self.list = []
        for area in areas:
            parts = area.split("/")
            for count in range(len(parts)):
                path = "/".join(parts[: count + 1])
                if path not in self.list:
                    self.list.append(path)
        self.memberships = []
        self.entered = {"allow": [], "deny": []}

    def join(self, member, group):
        if (member, group) not in self.memberships:
            self.memberships.append((member, group))

    def leave(self, member, group):
        if (member, group) in self.memberships:
            self.memberships.remove((member, group))

    def _known(self, right, area):
        if area not in self.list:
            raise KeyError(area)
        if right not in RIGHTS:
            raise ValueError(right)

    def allow(self, who, right, area):
        self._known(right, area)
        self.entered["allow"].append((who, right, area))

    def deny(self, who, right, area):
        self._known(right, area)
        self.entered["deny"].append((who, right, area))

    def withdraw(self, who, right, area):
        self._known(right, area)
        for kind, rules in self.entered.items():
            self.entered[kind] = [rule for rule in rules if rule != (who, right, area)]

    def _reach(self, kind, person):
        names, before = {person}, 0
        while len(names) != before:
            before = len(names)
            names.update(group for member, group in self.memberships if member in names)
        reach = set()
        for who, right, area in self.entered[kind]:
            if who in names:
                rank = RIGHTS.index(right)
                rights = RIGHTS[: rank + 1] if kind == "allow" else RIGHTS[rank:]
                inside = [path for path in self.list if path.split("/")[: area.count("/") + 1] == area.split("/")]
                reach.update((one, path) for one in rights for path in inside)
        return reach

    def may(self, person, right, area):
        self._known(right, area)
        return (right, area) in self._reach("allow", person) - self._reach("deny", person)

    def areas(self, person, right):
        if right not in RIGHTS:
            raise ValueError(right)
        return sorted(path for one, path in self._reach("allow", person) - self._reach("deny", person) if one == right)

    def move(self, area, above):
        if area not in self.list or above not in self.list:
            raise KeyError(f"{area} or {above}")
        old, new = area.split("/"), [*above.split("/"), area.split("/")[-1]]
        if above.split("/")[: len(old)] == old:
            raise ValueError("an area cannot be put into itself")

        def path(text):
            parts = text.split("/")
            return "/".join(new + parts[len(old) :]) if parts[: len(old)] == old else text

        self.list = [path(one) for one in self.list]
        self.entered = {kind: [(who, right, path(one)) for who, right, one in rules] for kind, rules in self.entered.items()}

    def merge(self, other):
        self.memberships = list(dict.fromkeys([*self.memberships, *other.memberships]))
        self.entered = {kind: [*rules, *other.entered[kind]] for kind, rules in self.entered.items()}
