from contextlib import contextmanager
from types import MappingProxyType


class Card:
    __slots__ = ("holder", "line", "kept")

    def __init__(self, holder, doors, above=()):
        self.holder = holder
        self.line = (*above, self)
        self.kept = frozenset(doors)

    @property
    def alive(self):
        return all(card.kept is not None for card in self.line)

    @property
    def now(self):
        if not self.alive:
            return frozenset()
        return frozenset.intersection(*[card.kept for card in self.line])


@contextmanager
def permission():
    try:
        yield
    except AssertionError as error:
        raise PermissionError(*error.args) from None


def demand(condition, reason):
    if not condition:
        raise AssertionError(reason)


class CardDesk:
    def __init__(self):
        self.__all = {}
        self.cards = MappingProxyType(self.__all)

    def __put(self, card):
        return self.__all.setdefault(len(self.__all) + 1, card) and len(self.__all)

    def issue(self, holder, doors):
        return self.__put(Card(holder, doors))

    def make(self, person, card, other, doors):
        source, doors = self.cards[card], tuple(doors)
        with permission():
            demand(source.holder == person, "held by another person")
            demand(source.alive, "ended")
            demand(source.now.issuperset(doors), "not a door of this card")
        return self.__put(Card(other, doors, source.line))

    def narrow(self, person, card, doors):
        target, doors = self.cards[card], frozenset(doors)
        with permission():
            demand(person in {above.holder for above in target.line}, "not of this line")
            demand(doors <= target.now, "not a door of this card")
        if target.alive:
            target.kept = doors

    def end(self, person, card):
        target = self.cards[card]
        with permission():
            demand(person in {above.holder for above in target.line}, "not of this line")
        target.kept = None

    def doors(self, card):
        return sorted(self.cards[card].now)

    def opens(self, card, door):
        return door in self.cards[card].now
