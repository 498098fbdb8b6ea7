from collections import defaultdict

RANKS = {"look": 0, "take": 1, "refill": 2}


class Store:
    """For each name and area, the highest right that is allowed and the lowest one that is denied."""

    def __init__(self, areas):
        self.known = set(areas)
        for area in areas:
            while "/" in area:
                area = area[: area.rindex("/")]
                self.known.add(area)
        self.members = defaultdict(set)
        self.rules = {}

    def check(self, right, area):
        if right not in RANKS:
            raise ValueError("no such right")
        if area not in self.known:
            raise KeyError(area)

    def join(self, member, group):
        self.members[group].add(member)

    def leave(self, member, group):
        self.members[group].discard(member)

    def _of(self, who, area):
        return self.rules.setdefault((who, area), {"allow": set(), "deny": set()})

    def allow(self, who, right, area):
        self.check(right, area)
        self._of(who, area)["allow"].add(right)

    def deny(self, who, right, area):
        self.check(right, area)
        self._of(who, area)["deny"].add(right)

    def withdraw(self, who, right, area):
        self.check(right, area)
        for rights in self._of(who, area).values():
            rights.discard(right)

    def names(self, person):
        names = {person}
        while more := {group for group, members in self.members.items() if members & names} - names:
            names |= more
        return names

    def may(self, person, right, area):
        self.check(right, area)
        rank, allowed, denied = RANKS[right], False, False
        for (who, where), rights in self.rules.items():
            if who in self.names(person) and (area + "/").startswith(where + "/"):
                allowed |= any(RANKS[one] >= rank for one in rights["allow"])
                denied |= any(RANKS[one] <= rank for one in rights["deny"])
        return allowed and not denied

    def areas(self, person, right):
        return [area for area in sorted(self.known) if self.may(person, right, area)] if right in RANKS else self.check(right, "")

    def move(self, area, above):
        self.check("look", area)
        self.check("look", above)
        start, new = area + "/", above + "/" + area.split("/")[-1]

        def renamed(path):
            return new + path[len(area) :] if (path + "/").startswith(start) else path

        self.known = {renamed(path) for path in self.known}
        self.rules = {(who, renamed(path)): rights for (who, path), rights in self.rules.items()}

    def merge(self, other):
        for group, members in other.members.items():
            self.members[group] |= members
        for key, rights in other.rules.items():
            self.rules[key] = {kind: set(names) for kind, names in rights.items()}
