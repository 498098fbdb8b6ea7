RIGHTS = ["look", "take", "refill"]


class Store:
    def __init__(self, areas):
        self.paths = set()
        for area in areas:
            while area:
                self.paths.add(area)
                area = area.rpartition("/")[0]
        self.groups = {}
        self.rules = {}

    def join(self, member, group):
        self.groups.setdefault(member, []).append(group)

    def leave(self, member, group):
        self.groups[member].remove(group)

    def _enter(self, who, right, area, kind):
        if area not in self.paths:
            raise KeyError(area)
        self.rules[who, RIGHTS.index(right), area] = kind

    def allow(self, who, right, area):
        self._enter(who, right, area, True)

    def deny(self, who, right, area):
        self._enter(who, right, area, False)

    def withdraw(self, who, right, area):
        if area not in self.paths:
            raise KeyError(area)
        self.rules.pop((who, RIGHTS.index(right), area), None)

    def _decided(self, name, rank, area):
        """What the nearest rule says of a name; of its groups, if none does."""
        while area:
            found = [self.rules[name, other, area] for other in range(3) if (name, other, area) in self.rules
                and (other >= rank if self.rules[name, other, area] else other <= rank)]
            if found:
                return all(found)
            area = area.rpartition("/")[0]
        return None

    def may(self, person, right, area):
        if area not in self.paths:
            raise KeyError(area)
        rank, names = RIGHTS.index(right), [person]
        for name in names:
            names += [group for group in self.groups.get(name, []) if group not in names]
        said = [self._decided(name, rank, area) for name in names]
        return False not in said and True in said

    def areas(self, person, right):
        return sorted(area for area in self.paths if self.may(person, right, area))

    def move(self, area, above):
        if area not in self.paths or above not in self.paths:
            raise KeyError(area)
        new = above + "/" + area.split("/")[-1]
        inside = [path for path in self.paths if path == area or path.startswith(area + "/")]
        self.paths = (self.paths - set(inside)) | {new + path[len(area) :] for path in inside}
        self.rules = {(who, rank, new + path[len(area) :] if path in inside else path): kind
            for (who, rank, path), kind in self.rules.items()}

    def merge(self, other):
        self.groups.update(other.groups)
        self.rules.update(other.rules)
