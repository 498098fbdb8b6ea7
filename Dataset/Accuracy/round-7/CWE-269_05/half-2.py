class Card:
    def __init__(self, holder, doors, parent=None):
        self.holder = holder
        self.granted = frozenset(doors)
        self.limit = self.granted
        self.parent = parent
        self.ended = False

    def line(self):
        card = self
        while card is not None:
            yield card
            card = card.parent

    def alive(self):
        return not any(card.ended for card in self.line())

    def offer(self):
        return self.granted if self.parent is None else self.granted & self.parent.open_doors()

    def open_doors(self):
        return self.offer() & self.limit if self.alive() else frozenset()


class CardDesk:
    def __init__(self):
        self._cards = {}

    def _add(self, card):
        number = len(self._cards) + 1
        self._cards[number] = card
        return number

    def _governed(self, person, number):
        card = self._cards[number]
        if all(c.holder != person for c in card.line()):
            raise PermissionError("this card is not yours to change")
        return card

    def issue(self, holder, doors):
        return self._add(Card(holder, doors))

    def make(self, person, card, other, doors):
        source = self._cards[card]
        if source.holder != person or not source.alive():
            raise PermissionError("not a living card of yours")
        if not source.open_doors().issuperset(doors):
            raise PermissionError("your card does not open all these doors")
        return self._add(Card(other, doors, source))

    def narrow(self, person, card, doors):
        target = self._governed(person, card)
        limit = frozenset(doors)
        if limit and not target.alive() or not limit <= target.offer():
            raise PermissionError("the card cannot have these doors")
        target.limit = limit

    def end(self, person, card):
        self._governed(person, card).ended = True

    def doors(self, card):
        return sorted(self._cards[card].open_doors())

    def opens(self, card, door):
        return door in self._cards[card].open_doors()
