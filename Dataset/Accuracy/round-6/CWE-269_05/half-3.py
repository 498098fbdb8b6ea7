import itertools


class CardDesk:
    def __init__(self):
        self._numbers = itertools.count(1)
        self._holder = {}
        self._doors = {}
        self._parent = {}
        self._ended = set()

    def _ancestry(self, card):
        if card not in self._holder:
            raise KeyError(card)
        result = []
        while card is not None:
            result.append(card)
            card = self._parent[card]
        return result

    def _now(self, card):
        line = self._ancestry(card)
        if not self._ended.isdisjoint(line):
            return frozenset()
        return frozenset.intersection(*(self._doors[c] for c in line))

    def _authorize(self, person, card, doors=()):
        if all(self._holder[c] != person for c in self._ancestry(card)):
            raise PermissionError(f"{person} has no right to card {card}")
        if not self._now(card).issuperset(doors):
            raise PermissionError(f"card {card} does not open all of these doors")

    def _new(self, holder, doors, parent=None):
        number = next(self._numbers)
        self._holder[number] = holder
        self._doors[number] = frozenset(doors)
        self._parent[number] = parent
        return number

    def issue(self, holder, doors):
        return self._new(holder, doors)

    def make(self, person, card, other, doors):
        self._authorize(person, card, doors)
        if not self._ended.isdisjoint(self._ancestry(card)):
            raise PermissionError(f"card {card} has ended")
        return self._new(other, doors, card)

    def narrow(self, person, card, doors):
        self._authorize(person, card, doors)
        self._doors[card] = frozenset(doors)

    def end(self, person, card):
        self._authorize(person, card)
        self._ended.add(card)

    def doors(self, card):
        return sorted(self._now(card))

    def opens(self, card, door):
        return door in self._now(card)
