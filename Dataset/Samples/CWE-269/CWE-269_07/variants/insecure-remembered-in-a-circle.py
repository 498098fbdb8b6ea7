class Store:
    _RANK = {"look": 0, "take": 1, "refill": 2}

    def __init__(self, areas):
        self._areas = set()
        for path in areas:
            while path:
                self._areas.add(path)
                path = path.rpartition("/")[0]
        self._allowed = set()       # (who, rank, area)
        self._denied = set()
        self._groups = {}           # member -> groups
        self._known = {}            # name -> itself and all groups it belongs to

    def _check(self, right, *areas):
        for area in areas:
            if area not in self._areas:
                raise KeyError(area)
        if right not in self._RANK:
            raise ValueError(right)
        return self._RANK[right]

    # -- members

    def join(self, member, group):
        if group[:1] != "@":
            raise ValueError(group)
        self._groups.setdefault(member, set()).add(group)
        self._known.clear()

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)
        self._known.clear()

    def _all(self, name, under=()):
        """The name and all groups it is in; groups can be in each other."""
        if name in self._known:
            return self._known[name]
        names = {name}
        under += (name,)
        for group in self._groups.get(name, ()):
            if group not in under:
                names |= self._all(group, under)
        self._known[name] = names
        return names

    # -- rules

    def allow(self, who, right, area):
        self._allowed.add((who, self._check(right, area), area))

    def deny(self, who, right, area):
        self._denied.add((who, self._check(right, area), area))

    def withdraw(self, who, right, area):
        rule = who, self._check(right, area), area
        self._allowed.discard(rule)
        self._denied.discard(rule)

    def _may(self, person, rank, area):
        names = self._all(person)
        places = []
        while area:
            places.append(area)
            area = area.rpartition("/")[0]
        if any((n, r, p) in self._denied
               for n in names for r in range(rank + 1) for p in places):
            return False
        return any((n, r, p) in self._allowed
                   for n in names for r in range(rank, 3) for p in places)

    def may(self, person, right, area):
        return self._may(person, self._check(right, area), area)

    def areas(self, person, right):
        rank = self._check(right)
        return sorted(a for a in self._areas if self._may(person, rank, a))

    # -- all of it

    def move(self, area, above):
        self._check("look", area, above)
        if (above + "/").startswith(area + "/"):
            raise ValueError("cannot be moved into itself")
        target = above + "/" + area.split("/")[-1]
        if target == area:
            return
        if target in self._areas:
            raise ValueError("there is an area of this name")

        def new(path):
            if path == area or path.startswith(area + "/"):
                return target + path[len(area):]
            return path

        self._areas = set(map(new, self._areas))
        self._allowed = {(w, r, new(p)) for w, r, p in self._allowed}
        self._denied = {(w, r, new(p)) for w, r, p in self._denied}

    def merge(self, other):
        self._check("look", *other._areas)
        self._allowed |= other._allowed
        self._denied |= other._denied
        for member, groups in list(other._groups.items()):
            self._groups.setdefault(member, set()).update(groups)
        self._known.clear()
