RIGHTS = ("look", "take", "refill")


def _level(right):
    try:
        return RIGHTS.index(right)
    except ValueError:
        raise ValueError(f"no such right: {right!r}") from None


def _upwards(area):
    """The area and those above it."""
    parts = area.split("/")
    return ["/".join(parts[:n]) for n in range(len(parts), 0, -1)]


class Store:
    def __init__(self, areas):
        self._areas = {above for area in areas for above in _upwards(area)}
        self._groups = {}       # member: set of groups
        self._rules = {}        # area: set of (who, level, allowed)

    def _check(self, area):
        if area not in self._areas:
            raise KeyError(area)

    def join(self, member, group):
        self._groups.setdefault(member, set()).add(group)

    def leave(self, member, group):
        self._groups.get(member, set()).discard(group)

    def allow(self, who, right, area):
        self._enter(who, right, area, True)

    def deny(self, who, right, area):
        self._enter(who, right, area, False)

    def _enter(self, who, right, area, allowed):
        level = _level(right)
        self._check(area)
        self._rules.setdefault(area, set()).add((who, level, allowed))

    def withdraw(self, who, right, area):
        level = _level(right)
        self._check(area)
        self._rules.get(area, set()).difference_update(
            {(who, level, True), (who, level, False)})

    def _names(self, person):
        names, todo = {person}, [person]
        while todo:
            for group in self._groups.get(todo.pop(), ()):
                if group not in names:
                    names.add(group)
                    todo.append(group)
        return names

    def _may(self, names, level, area):
        allowed = False
        for above in _upwards(area):
            for who, of, allows in self._rules.get(above, ()):
                if who not in names:
                    continue
                if allows:
                    allowed = allowed or of >= level
                elif of <= level:
                    return False
        return allowed

    def may(self, person, right, area):
        level = _level(right)
        self._check(area)
        return self._may(self._names(person), level, area)

    def areas(self, person, right):
        level = _level(right)
        names = self._names(person)
        return sorted(a for a in self._areas if self._may(names, level, a))

    def move(self, area, above):
        self._check(area)
        self._check(above)
        if area in _upwards(above):
            raise ValueError("an area cannot be put into itself")
        new = above + "/" + area.rsplit("/", 1)[-1]
        if new != area and new in self._areas:
            raise ValueError("there is such an area already")
        moved = {path: new + path[len(area):]
                 for path in self._areas if area in _upwards(path)}
        self._areas = (self._areas - set(moved)) | set(moved.values())
        for old, path in moved.items():
            if old in self._rules:
                self._rules[path] = self._rules[old]
                del self._rules[old]

    def merge(self, other):
        if other is self:
            return
        for member, groups in other._groups.items():
            self._groups.setdefault(member, set()).update(groups)
        for area, rules in other._rules.items():
            self._rules.setdefault(area, set()).update(rules)
