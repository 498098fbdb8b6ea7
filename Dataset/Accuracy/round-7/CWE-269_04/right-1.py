"""Rights as an IntEnum, the demand of each method as a decorator; every change of owner makes a new grant table."""
import enum
import functools
import types


class Level(enum.IntEnum):
    NOTHING = 0
    READ = 1
    WRITE = 2
    OWN = 3


GRANTABLE = types.MappingProxyType({"read": Level.READ, "write": Level.WRITE})


class _Book:
    __slots__ = ("pages", "_owner", "grants")

    def __init__(self, owner):
        self.pages = ()
        self.owner = owner

    @property
    def owner(self):
        return self._owner

    @owner.setter
    def owner(self, someone):
        self._owner, self.grants = someone, {}

    def level(self, person):
        return Level.OWN if person == self._owner else self.grants.get(person, Level.NOTHING)


def needs(level):
    def decorate(method):
        @functools.wraps(method)
        def guarded(self, person, title, *args, **kwargs):
            book = self._shelf[title]
            if book.level(person) < level:
                raise PermissionError(f"{person!r} needs {level.name.lower()} in {title!r}")
            return method(self, book, title, *args, **kwargs)
        return guarded
    return decorate


class Notebooks:
    def __init__(self):
        self._shelf = {}

    def create(self, person, title):
        if self._shelf.setdefault(title, fresh := _Book(person)) is not fresh:
            raise ValueError(f"there is a notebook {title!r}")

    @needs(Level.OWN)
    def share(self, book, title, other, right):
        if type(right) is not str or right not in GRANTABLE:
            raise ValueError(f"no such right: {right!r}")
        book.grants[other] = GRANTABLE[right]

    @needs(Level.OWN)
    def unshare(self, book, title, other):
        book.grants.pop(other, None)

    @needs(Level.OWN)
    def hand_over(self, book, title, other):
        book.owner = other

    @needs(Level.OWN)
    def delete(self, book, title):
        del self._shelf[title]

    @needs(Level.WRITE)
    def add(self, book, title, line):
        book.pages += (line,)

    @needs(Level.READ)
    def lines(self, book, title):
        return [*book.pages]

    def titles(self, person):
        return sorted(title for title, book in self._shelf.items() if book.level(person) >= Level.READ)
