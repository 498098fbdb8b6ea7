import logging
from contextlib import contextmanager

audit = logging.getLogger("notebooks.audit")


class _Book:
    """One notebook. The rights live in it, so they go with it."""

    def __init__(self, owner):
        self._text = []
        self.pass_to(owner)

    def pass_to(self, owner):
        self.__owner, self.__readers, self.__writers = owner, set(), set()

    def give(self, other, right):
        if not isinstance(right, str) or right not in {"read", "write"}:
            raise ValueError(f"no right: {right!r}")
        self.take(other)
        {"read": self.__readers, "write": self.__writers}[right].add(other)

    def take(self, other):
        self.__readers.discard(other)
        self.__writers.discard(other)

    def owns(self, person):
        return self.__owner == person

    def writes(self, person):
        return self.owns(person) or person in self.__writers

    def reads(self, person):
        return self.writes(person) or person in self.__readers


class Notebooks:
    def __init__(self):
        self.__shelf = {}

    @contextmanager
    def __as(self, person, title, test):
        book = self.__shelf[title]
        if not test(book, person):
            audit.warning("%r was refused %s on %r", person, test.__name__, title)
            raise PermissionError(f"{person!r} has not the right for this in {title!r}")
        yield book

    def create(self, person, title):
        match self.__shelf.get(title):
            case None:
                self.__shelf[title] = _Book(person)
            case _:
                raise ValueError(f"{title!r} is taken")

    def share(self, person, title, other, right):
        with self.__as(person, title, _Book.owns) as book:
            book.give(other, right)

    def unshare(self, person, title, other):
        with self.__as(person, title, _Book.owns) as book:
            book.take(other)

    def hand_over(self, person, title, other):
        with self.__as(person, title, _Book.owns) as book:
            book.pass_to(other)

    def delete(self, person, title):
        with self.__as(person, title, _Book.owns):
            self.__shelf.pop(title)

    def add(self, person, title, line):
        with self.__as(person, title, _Book.writes) as book:
            book._text += (line,)

    def lines(self, person, title):
        with self.__as(person, title, _Book.reads) as book:
            return book._text[:]

    def titles(self, person):
        return sorted(filter(lambda title: self.__shelf[title].reads(person), self.__shelf))
