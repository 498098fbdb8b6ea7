import itertools
import re


class Notebooks:
    """A right counts while the number of the ownership in which it was given is the notebook's present one."""

    def __init__(self):
        self._ownerships = itertools.count(1)
        self._owner = {}
        self._text = {}
        self._given = {}

    def _decide(self, person, title):
        owner, ownership = self._owner[title]
        if owner != person:
            raise PermissionError(f"only {owner} decides about {title}")
        return ownership

    def _right(self, person, title):
        owner, ownership = self._owner[title]
        return "write" if owner == person else self._given.get((ownership, person), "")

    def create(self, person, title):
        if title in self._owner:
            raise ValueError(title)
        self._owner[title] = person, next(self._ownerships)
        self._text[title] = []

    def share(self, person, title, other, right):
        ownership = self._decide(person, title)
        if not isinstance(right, str) or not re.fullmatch("read|write", right):
            raise ValueError(right)
        self._given[ownership, other] = right

    def unshare(self, person, title, other):
        self._given.pop((self._decide(person, title), other), None)

    def hand_over(self, person, title, other):
        self._decide(person, title)
        self._owner[title] = other, next(self._ownerships)

    def delete(self, person, title):
        self._decide(person, title)
        del self._owner[title]
        del self._text[title]

    def add(self, person, title, line):
        if self._right(person, title) != "write":
            raise PermissionError(title)
        self._text[title].append(line)

    def lines(self, person, title):
        if not self._right(person, title):
            raise PermissionError(title)
        return list(self._text[title])

    def titles(self, person):
        return sorted(title for title in self._owner if self._right(person, title))
