from collections import defaultdict

LOOK, TAKE, REFILL = range(3)
LEVEL = {"look": LOOK, "take": TAKE, "refill": REFILL}


def level(right):
    try:
        return LEVEL[right]
    except (KeyError, TypeError):
        raise ValueError("no such right: %r" % (right,)) from None


def upwards(path):
    """The path and all that are above it."""
    parts = path.split("/")
    for end in range(len(parts), 0, -1):
        yield "/".join(parts[:end])


def inside(path, area):
    return path == area or path.startswith(area + "/")


class Store:
    def __init__(self, areas):
        self._paths = {up for path in areas for up in upwards(path)}
        self._above = defaultdict(set)       # member -> groups
        self._allowed = set()                # (who, level, area)
        self._denied = set()
        self._known = {}                     # person -> all names that count for her

    def _area(self, path):
        if path not in self._paths:
            raise KeyError(path)
        return path

    def join(self, member, group):
        self._above[member].add(group)
        self._known.clear()

    def leave(self, member, group):
        if member in self._above:
            self._above[member].discard(group)
        self._known.clear()

    def _names(self, person):
        # the locks ask all day, memberships change once a year
        names = self._known.get(person)
        if names is None:
            names, new = {person}, {person}
            while new:
                new = {g for n in new for g in self._above.get(n, ())} - names
                names |= new
            self._known[person] = names
        return names

    def allow(self, who, right, area):
        self._allowed.add((who, level(right), self._area(area)))

    def deny(self, who, right, area):
        self._denied.add((who, level(right), self._area(area)))

    def withdraw(self, who, right, area):
        rule = (who, level(right), self._area(area))
        self._allowed.discard(rule)
        self._denied.discard(rule)

    def may(self, person, right, area):
        wanted, names = level(right), self._names(person)
        places = list(upwards(self._area(area)))
        if any((n, l, p) in self._denied
               for n in names for p in places for l in range(LOOK, wanted + 1)):
            return False
        return any((n, l, p) in self._allowed
                   for n in names for p in places for l in range(wanted, REFILL + 1))

    def areas(self, person, right):
        level(right)
        return sorted(p for p in self._paths if self.may(person, right, p))

    def move(self, area, above):
        self._area(area), self._area(above)
        if inside(above, area):
            raise ValueError("into itself")
        target = above + "/" + area.split("/")[-1]
        if target == area:
            return
        if target in self._paths:
            raise ValueError("the name is taken")

        def new(path):
            return target + path[len(area):] if inside(path, area) else path

        self._paths = {new(p) for p in self._paths}
        self._allowed = {(w, l, new(p)) for w, l, p in self._allowed}
        self._denied = {(w, l, new(p)) for w, l, p in self._denied}

    def merge(self, other):
        if self._paths != other._paths:
            raise ValueError("the areas differ")
        for member, groups in list(other._above.items()):
            self._above[member] |= groups
        self._allowed |= other._allowed
        self._denied |= other._denied
