from dataclasses import dataclass, replace

RIGHTS = ("look", "take", "refill")


@dataclass(frozen=True)
class Rule:
    denies: bool
    who: str
    right: str
    area: tuple

    def holds(self, names, area):
        return self.who in names and area[: len(self.area)] == self.area

    def speaks_of(self, right):
        mine, asked = RIGHTS.index(self.right), RIGHTS.index(right)
        return mine <= asked if self.denies else mine >= asked


class Store:
    def __init__(self, areas):
        paths = [tuple(area.split("/")) for area in areas]
        self.paths = frozenset(path[:count] for path in paths for count in range(1, len(path) + 1))
        self.groups = {}
        self.rules = frozenset()

    def path(self, area):
        path = tuple(area.split("/")) if isinstance(area, str) else None
        if path not in self.paths:
            raise KeyError(area)
        return path

    @staticmethod
    def right(name):
        if name in RIGHTS:
            return name
        raise ValueError(f"there is no right {name!r}")

    def join(self, member, group):
        self.groups[member] = self.groups.get(member, frozenset()) | {group}

    def leave(self, member, group):
        self.groups[member] = self.groups.get(member, frozenset()) - {group}

    def allow(self, who, right, area):
        self.rules |= {Rule(False, who, self.right(right), self.path(area))}

    def deny(self, who, right, area):
        self.rules |= {Rule(True, who, self.right(right), self.path(area))}

    def withdraw(self, who, right, area):
        right, path = self.right(right), self.path(area)
        self.rules -= {Rule(denies, who, right, path) for denies in (True, False)}

    def names(self, person):
        names = frozenset([person])
        for _ in range(len(self.groups)):
            names = names.union(*(self.groups.get(name, ()) for name in names))
        return names

    def decide(self, names, right, path):
        said = {rule.denies for rule in self.rules if rule.holds(names, path) and rule.speaks_of(right)}
        return said == {False}

    def may(self, person, right, area):
        return self.decide(self.names(person), self.right(right), self.path(area))

    def areas(self, person, right):
        names, right = self.names(person), self.right(right)
        return sorted("/".join(path) for path in self.paths if self.decide(names, right, path))

    def move(self, area, above):
        old, new = self.path(area), self.path(above) + self.path(area)[-1:]
        if new in self.paths or new[: len(old)] == old:
            raise ValueError("there is no place for it")
        moved = {path: new + path[len(old) :] for path in self.paths if path[: len(old)] == old}
        self.paths = frozenset(moved.get(path, path) for path in self.paths)
        self.rules = frozenset(replace(rule, area=moved.get(rule.area, rule.area)) for rule in self.rules)

    def merge(self, other):
        for member, groups in other.groups.items():
            self.groups[member] = self.groups.get(member, frozenset()) | groups
        self.rules |= other.rules
