"""The areas are a tree of objects; moving hangs a branch elsewhere."""
from enum import IntEnum


class Right(IntEnum):
    look = 0
    take = 1
    refill = 2

    @classmethod
    def of(cls, name):
        try:
            return cls[name]
        except (KeyError, TypeError):
            raise ValueError(f"{name!r} is no right") from None


class Area:
    __slots__ = "name", "above", "inside", "allowed", "denied"

    def __init__(self, name, above):
        self.name, self.above, self.inside = name, above, {}
        self.allowed, self.denied = {}, {}       # who -> set of rights

    def child(self, name):
        if name not in self.inside:
            self.inside[name] = Area(name, self)
        return self.inside[name]

    def chain(self):
        node = self
        while node is not None:
            yield node
            node = node.above

    def walk(self, path=""):
        todo = [(path, self)]
        while todo:
            path, node = todo.pop()
            yield path, node
            todo += [((path + "/" if path else "") + n, c) for n, c in node.inside.items()]


class Store:
    def __init__(self, areas):
        self._root = Area(None, None)
        self._member_of = {}
        for path in areas:
            node = self._root
            for name in path.split("/"):
                node = node.child(name)

    def _find(self, path):
        node = self._root
        for name in path.split("/"):
            try:
                node = node.inside[name]
            except KeyError:
                raise KeyError(path) from None
        return node

    def join(self, member, group):
        if not group.startswith("@"):
            raise ValueError(f"{group!r} is no group")
        self._member_of.setdefault(member, {})[group] = None

    def leave(self, member, group):
        self._member_of.get(member, {}).pop(group, None)

    def _everybody(self, person):
        names = [person]
        seen = set(names)
        for name in names:                       # grows while we walk
            for group in self._member_of.get(name, ()):
                if group not in seen:
                    seen.add(group)
                    names.append(group)
        return seen

    def allow(self, who, right, area):
        right, node = Right.of(right), self._find(area)
        node.allowed.setdefault(who, set()).add(right)

    def deny(self, who, right, area):
        right, node = Right.of(right), self._find(area)
        node.denied.setdefault(who, set()).add(right)

    def withdraw(self, who, right, area):
        right, node = Right.of(right), self._find(area)
        for rules in (node.allowed, node.denied):
            rules.get(who, set()).discard(right)

    @staticmethod
    def _judge(names, right, node):
        best, worst = -1, 9
        for place in node.chain():
            for who in names:
                best = max([best, *place.allowed.get(who, ())])
                worst = min([worst, *place.denied.get(who, ())])
        return bool(best >= right and not worst <= right)

    def may(self, person, right, area):
        right, node = Right.of(right), self._find(area)
        return self._judge(self._everybody(person), right, node)

    def areas(self, person, right):
        right, names = Right.of(right), self._everybody(person)
        return sorted(path for path, node in self._root.walk()
                      if node is not self._root and self._judge(names, right, node))

    def move(self, area, above):
        node, place = self._find(area), self._find(above)
        if any(step is node for step in place.chain()):
            raise ValueError("into itself")
        if place.inside.get(node.name, node) is not node:
            raise ValueError("the name is taken there")
        del node.above.inside[node.name]
        place.inside[node.name] = node
        node.above = place

    def merge(self, other):
        pairs = [(self._find(path), theirs) for path, theirs in other._root.walk()
                 if theirs is not other._root]
        for mine, theirs in pairs:
            for to, of in ((mine.allowed, theirs.allowed), (mine.denied, theirs.denied)):
                for who, rights in list(of.items()):
                    to.setdefault(who, set()).update(set(rights))
        for member, groups in list(other._member_of.items()):
            self._member_of.setdefault(member, {}).update(dict(groups))
