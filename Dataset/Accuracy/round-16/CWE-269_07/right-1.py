"""The building is a tree of rooms; a room carries its rules with it when it is carried."""
import enum
from collections import Counter


class Right(enum.IntEnum):
    look = 1
    take = 2
    refill = 3

    @classmethod
    def named(cls, text):
        if not isinstance(text, str) or text not in cls.__members__:
            raise UnknownRight(text)
        return cls[text]


class UnknownRight(ValueError):
    pass


class UnknownArea(KeyError):
    pass


class Room:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.rooms = name, parent, {}
        self.book = {True: set(), False: set()}      # kind -> {(who, right)}

    @property
    def line(self):
        room = self
        while room.parent is not None:
            yield room
            room = room.parent

    @property
    def path(self):
        return "/".join(reversed([room.name for room in self.line]))

    def walk(self):
        for room in list(self.rooms.values()):
            yield room
            yield from room.walk()


class Store:
    def __init__(self, areas):
        self._top = Room("")
        self._ties = set()                # (member, group)
        for path in areas:
            room = self._top
            for name in path.split("/"):
                room = room.rooms.get(name) or room.rooms.setdefault(name, Room(name, room))

    def _room(self, path):
        room = self._top
        if not isinstance(path, str):
            raise UnknownArea(path)
        for name in path.split("/"):
            room = room.rooms.get(name)
            if room is None:
                raise UnknownArea(path)
        return room

    def join(self, member, group):
        if not group.startswith("@"):
            raise ValueError("a group begins with @")
        self._ties.add((member, group))

    def leave(self, member, group):
        self._ties.discard((member, group))

    def _circle(self, person):
        size, circle = 0, {person}
        while size != len(circle):
            size = len(circle)
            circle |= {group for member, group in self._ties if member in circle}
        return circle

    def allow(self, who, right, area):
        self._room(area).book[True].add((who, Right.named(right)))

    def deny(self, who, right, area):
        self._room(area).book[False].add((who, Right.named(right)))

    def withdraw(self, who, right, area):
        rule = who, Right.named(right)
        for rules in self._room(area).book.values():
            rules.discard(rule)

    @staticmethod
    def _verdict(circle, right, room):
        votes = Counter()
        for place in room.line:
            votes["yes"] += sum(w in circle and r >= right for w, r in place.book[True])
            votes["no"] += sum(w in circle and r <= right for w, r in place.book[False])
        return votes["yes"] > 0 == votes["no"]

    def may(self, person, right, area):
        return self._verdict(self._circle(person), Right.named(right), self._room(area))

    def areas(self, person, right):
        right, circle = Right.named(right), self._circle(person)
        return sorted(r.path for r in self._top.walk() if self._verdict(circle, right, r))

    def move(self, area, above):
        room, place = self._room(area), self._room(above)
        if any(r is room for r in place.line) or place.rooms.get(room.name, room) is not room:
            raise ValueError("it does not fit there")
        del room.parent.rooms[room.name]
        place.rooms[room.name] = room
        room.parent = place

    def merge(self, other):
        theirs = {room.path: room for room in other._top.walk()}
        mine = {room.path: room for room in self._top.walk()}
        if theirs.keys() != mine.keys():
            raise ValueError("not the same areas")
        self._ties = self._ties | other._ties
        for path, room in theirs.items():
            for kind in room.book:
                mine[path].book[kind].update(tuple(room.book[kind]))
