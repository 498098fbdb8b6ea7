class Card:
    def __init__(self, holder, doors, origin=None):
        self.holder = holder
        self.own_doors = set(doors)
        self.origin = origin

    def line(self):
        """The card, the one from which it was made, and so on."""
        card = self
        while card is not None:
            yield card
            card = card.origin

    def doors(self):
        if self.origin is None:
            return self.own_doors
        return self.own_doors & self.origin.doors()


class CardDesk:
    def __init__(self):
        self._cards = {}

    def _add(self, card):
        number = len(self._cards) + 1
        self._cards[number] = card
        return number

    def issue(self, holder, doors):
        return self._add(Card(holder, doors))

    def make(self, person, card, other, doors):
        origin = self._cards[card]
        if person != origin.holder or not set(doors) <= origin.doors() or not origin.doors():
            raise PermissionError("she cannot make such a card from this one")
        return self._add(Card(other, doors, origin))

    def _decided_by(self, person, number):
        card = self._cards[number]
        if person not in [one.holder for one in card.line()]:
            raise PermissionError("the card was not made from one of hers")
        return card

    def narrow(self, person, card, doors):
        narrowed = self._decided_by(person, card)
        narrowed.own_doors = set(doors)

    def end(self, person, card):
        self._decided_by(person, card).own_doors = set()

    def doors(self, card):
        return sorted(self._cards[card].doors())

    def opens(self, card, door):
        return door in self._cards[card].doors()
