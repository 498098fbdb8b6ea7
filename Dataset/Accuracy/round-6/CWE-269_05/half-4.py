class Card:
    def __init__(self, holder, granted, parent=None):
        self.holder = holder
        self.granted = frozenset(granted)
        self.limit = self.granted
        self.parent = parent
        self.ended = False

    def upwards(self):
        card = self
        while card:
            yield card
            card = card.parent

    def available(self):
        if self.parent is None:
            return self.granted
        return self.granted & self.parent.current()

    def current(self):
        if self.has_ended():
            return frozenset()
        return self.available() & self.limit

    def has_ended(self):
        return any(card.ended for card in self.upwards())

    def governed_by(self, person):
        return any(card.holder == person for card in self.upwards())


class CardDesk:
    def __init__(self):
        self.cards = {}

    def _register(self, card):
        number = len(self.cards) + 1
        self.cards[number] = card
        return number

    def issue(self, holder, doors):
        return self._register(Card(holder, doors))

    def make(self, person, card, other, doors):
        source = self.cards[card]
        if source.holder != person or source.has_ended():
            raise PermissionError("cannot make a card from this one")
        if not set(doors) <= source.current():
            raise PermissionError("the card does not open these doors")
        return self._register(Card(other, doors, source))

    def narrow(self, person, card, doors):
        target = self.cards[card]
        if not target.governed_by(person):
            raise PermissionError("not a holder of this line")
        wanted = frozenset(doors)
        if wanted and target.has_ended() or not wanted <= target.available():
            raise PermissionError("the card does not open these doors")
        target.limit = wanted

    def end(self, person, card):
        target = self.cards[card]
        if not target.governed_by(person):
            raise PermissionError("not a holder of this line")
        target.ended = True

    def doors(self, card):
        return sorted(self.cards[card].current())

    def opens(self, card, door):
        return door in self.cards[card].current()
