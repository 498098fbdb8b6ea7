from dataclasses import dataclass
from typing import Optional


@dataclass
class Card:
    holder: str
    own: frozenset
    parent: Optional["Card"] = None
    ended: bool = False
    version: int = 0
    cached: Optional[tuple] = None

    def line(self):
        card = self
        while card:
            yield card
            card = card.parent

    def now(self):
        stamp = (self.version, self.parent.version if self.parent else 0)
        if self.cached is None or self.cached[0] != stamp:
            if any(card.ended for card in self.line()):
                doors = frozenset()
            else:
                doors = frozenset.intersection(*(card.own for card in self.line()))
            self.cached = (stamp, doors)
        return self.cached[1]


class CardDesk:
    def __init__(self):
        self._cards = {}

    def _store(self, card):
        number = len(self._cards) + 1
        self._cards[number] = card
        return number

    def _changeable(self, person, number):
        card = self._cards[number]
        if person not in [c.holder for c in card.line()]:
            raise PermissionError("not allowed")
        return card

    def issue(self, holder, doors):
        return self._store(Card(holder, frozenset(doors)))

    def make(self, person, card, other, doors):
        source = self._cards[card]
        wanted = frozenset(doors)
        if source.holder != person or any(c.ended for c in source.line()) or not wanted <= source.now():
            raise PermissionError("not allowed")
        return self._store(Card(other, wanted, source))

    def narrow(self, person, card, doors):
        target = self._changeable(person, card)
        wanted = frozenset(doors)
        if not wanted <= target.now():
            raise PermissionError("narrow cannot add doors")
        target.own = wanted
        target.version += 1

    def end(self, person, card):
        target = self._changeable(person, card)
        target.ended = True
        target.version += 1

    def doors(self, card):
        return sorted(self._cards[card].now())

    def opens(self, card, door):
        return door in self._cards[card].now()
