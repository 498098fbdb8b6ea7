import enum
import functools
from types import MappingProxyType


class Right(enum.Flag):
    NONE = 0
    READ = enum.auto()
    ADD = enum.auto()
    OWN = enum.auto()


GIVEN = MappingProxyType({"read": Right.READ, "write": Right.READ | Right.ADD})


class Notebook:
    """Everything that belongs to a notebook; it goes when the notebook goes."""

    def __init__(self, owner):
        self.lines = ()
        self.belong_to(owner)

    def belong_to(self, owner):
        self.rights = {}
        self.owner = owner

    def __getitem__(self, person):
        if person == self.owner:
            return Right.READ | Right.ADD | Right.OWN
        return self.rights.get(person, Right.NONE)


def needs(right):
    def decorate(method):
        @functools.wraps(method)
        def guarded(self, person, title, *rest, **named):
            book = self._books[title]
            if right not in book[person]:
                raise PermissionError(f"{method.__name__} is not for {person} in {title!r}")
            return method(self, book, title, *rest, **named)

        return guarded

    return decorate


class Notebooks:
    """The notebooks of an excavation."""

    def __init__(self):
        self._books = {}

    def create(self, person, title):
        book = Notebook(person)
        if self._books.setdefault(title, book) is not book:
            raise ValueError(f"{title!r} is taken")

    @needs(Right.OWN)
    def share(self, book, title, other, right):
        try:
            book.rights[other] = GIVEN[right]
        except (KeyError, TypeError):
            raise ValueError(f"{right!r} is not a right") from None

    @needs(Right.OWN)
    def unshare(self, book, title, other):
        book.rights.pop(other, None)

    @needs(Right.OWN)
    def hand_over(self, book, title, other):
        book.belong_to(other)

    @needs(Right.OWN)
    def delete(self, book, title):
        del self._books[title]

    @needs(Right.ADD)
    def add(self, book, title, line):
        book.lines += (line,)

    @needs(Right.READ)
    def lines(self, book, title):
        return [*book.lines]

    def titles(self, person):
        return sorted(filter(lambda title: Right.READ in self._books[title][person], self._books))
