from typing import NamedTuple


class Grant(NamedTuple):
    right: str
    giver: str


class Notebooks:
    def __init__(self):
        self._owner = {}
        self._lines = {}
        self._grants = {}

    def _right(self, person, title):
        owner = self._owner[title]
        if person == owner:
            return "own"
        grant = self._grants[title].get(person)
        # a right counts only while the one who gave it is the owner
        if grant is not None and grant.giver == owner:
            return grant.right
        return None

    def _need(self, person, title, *rights):
        if self._right(person, title) not in rights:
            raise PermissionError(f"{person} may not do that with {title}")

    def create(self, person, title):
        if title in self._owner:
            raise ValueError(f"{title} exists")
        self._owner[title] = person
        self._lines[title] = []
        self._grants[title] = {}

    def share(self, person, title, other, right):
        self._need(person, title, "own")
        if right not in ("read", "write"):
            raise ValueError(f"unknown right {right!r}")
        self._grants[title][other] = Grant(right, person)

    def unshare(self, person, title, other):
        self._need(person, title, "own")
        self._grants[title].pop(other, None)

    def hand_over(self, person, title, other):
        self._need(person, title, "own")
        self._owner[title] = other

    def delete(self, person, title):
        self._need(person, title, "own")
        for table in (self._owner, self._lines, self._grants):
            del table[title]

    def add(self, person, title, line):
        self._need(person, title, "own", "write")
        self._lines[title].append(line)

    def lines(self, person, title):
        self._need(person, title, "own", "write", "read")
        return self._lines[title][:]

    def titles(self, person):
        return sorted(title for title in self._owner if self._right(person, title))
