import functools
import operator
from typing import Iterator, Optional


class Card:
    """A link of a line. What it opens is worked out anew whenever somebody asks."""

    __slots__ = ("holder", "source", "_kept")

    def __init__(self, holder: str, doors, source: Optional["Card"] = None):
        self.holder, self.source, self._kept = holder, source, frozenset(doors)

    def __iter__(self) -> Iterator["Card"]:
        link = self
        while link:
            yield link
            link = link.source

    def __bool__(self):
        return True

    @property
    def alive(self):
        return all(link._kept is not None for link in self)

    @property
    def doors(self):
        if not self.alive:
            return frozenset()
        return functools.reduce(operator.and_, (link._kept for link in self))

    @doors.setter
    def doors(self, wanted):
        self._kept = self.covered(wanted)

    @doors.deleter
    def doors(self):
        self._kept = None

    def covered(self, wanted):
        wanted = frozenset(wanted)
        if surplus := wanted - self.doors:
            raise PermissionError("not opened by the card: " + ", ".join(sorted(map(str, surplus))))
        return wanted

    def under(self, person):
        if person not in {link.holder for link in self}:
            raise PermissionError(f"{person} cannot change this card")
        return self

    def held_by(self, person):
        if self.holder != person or not self.alive:
            raise PermissionError(f"{person} can make nothing from this card")
        return self


class CardDesk(dict):
    def __missing__(self, number):
        raise KeyError(f"there is no card {number}")

    def _enter(self, card):
        self[len(self) + 1] = card
        return len(self)

    def issue(self, holder, doors):
        return self._enter(Card(holder, doors))

    def make(self, person, card, other, doors):
        source = self[card].held_by(person)
        return self._enter(Card(other, source.covered(doors), source))

    def narrow(self, person, card, doors):
        self[card].under(person).doors = doors

    def end(self, person, card):
        del self[card].under(person).doors

    def doors(self, card):
        return sorted(self[card].doors)

    def opens(self, card, door):
        return door in self[card].doors
