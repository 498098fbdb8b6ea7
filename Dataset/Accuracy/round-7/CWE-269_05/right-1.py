"""A journal of facts is all that is kept; what a card opens is read out of it each time."""
import itertools
import typing


class Made(typing.NamedTuple):
    card: int
    source: typing.Optional[int]
    holder: str
    doors: frozenset


class Cut(typing.NamedTuple):
    card: int
    doors: frozenset
    final: bool = False


class CardDesk:
    def __init__(self):
        self._journal = []
        self._numbers = itertools.count(1)

    def _birth(self, card):
        for fact in self._journal:
            if isinstance(fact, Made) and fact.card == card:
                return fact
        raise KeyError(card)

    def _ancestry(self, card):
        fact = self._birth(card)
        yield fact
        if fact.source is not None:
            yield from self._ancestry(fact.source)

    def _standing(self, card):
        """The doors that the card opens now, or None for one that has ended."""
        line = list(self._ancestry(card))
        numbers = {fact.card for fact in line}
        doors = frozenset.intersection(*(fact.doors for fact in line))
        for fact in self._journal:
            if isinstance(fact, Cut) and fact.card in numbers:
                if fact.final:
                    return None
                doors &= fact.doors
        return doors

    def _must(self, condition, complaint):
        if not condition:
            raise PermissionError(complaint)

    def _write(self, holder, doors, source):
        number = next(self._numbers)
        self._journal.append(Made(number, source, holder, frozenset(doors)))
        return number

    def issue(self, holder, doors):
        return self._write(holder, doors, None)

    def make(self, person, card, other, doors):
        doors = frozenset(doors)
        standing = self._standing(card)
        self._must(self._birth(card).holder == person, "somebody else's card")
        self._must(standing is not None, "this card has ended")
        self._must(doors <= standing, "more doors than the card has")
        return self._write(other, doors, card)

    def _cut(self, person, card, doors, final):
        self._must(person in {fact.holder for fact in self._ancestry(card)}, "not in the line of this card")
        self._must(doors <= (self._standing(card) or frozenset()), "more doors than the card has")
        self._journal.append(Cut(card, doors, final))

    def narrow(self, person, card, doors):
        self._cut(person, card, frozenset(doors), False)

    def end(self, person, card):
        self._cut(person, card, frozenset(), True)

    def doors(self, card):
        return sorted(self._standing(card) or ())

    def opens(self, card, door):
        return door in (self._standing(card) or ())
