class _Card:
    def __init__(self, number, holder, doors, maker=None):
        self.holder = holder
        self.doors = frozenset(doors)
        self.maker = maker
        self.ended = False
        self.line = str(number) if maker is None else f"{maker.line}/{number}"

    def open_now(self):
        doors = self.doors
        card = self
        while card is not None:
            if card.ended:
                return frozenset()
            doors &= card.doors
            card = card.maker
        return doors

    def is_ended(self):
        card = self
        while card is not None:
            if card.ended:
                return True
            card = card.maker
        return False


class CardDesk:
    def __init__(self):
        self._cards = {}

    def _add(self, holder, doors, maker=None):
        number = len(self._cards) + 1
        self._cards[number] = _Card(number, holder, doors, maker)
        return number

    def _require_in_charge(self, person, card):
        for other in self._cards.values():
            if other.holder == person and card.line.startswith(other.line):
                return
        raise PermissionError(f"{person} has no say over this card")

    @staticmethod
    def _require_open(card, doors):
        if not set(doors) <= card.open_now():
            raise PermissionError("the card does not open all these doors")

    def issue(self, holder, doors):
        return self._add(holder, doors)

    def make(self, person, card, other, doors):
        card = self._cards[card]
        if card.holder != person:
            raise PermissionError(f"{person} does not hold this card")
        if card.is_ended():
            raise PermissionError("the card has ended")
        self._require_open(card, doors)
        return self._add(other, doors, card)

    def narrow(self, person, card, doors):
        card = self._cards[card]
        self._require_in_charge(person, card)
        self._require_open(card, doors)
        card.doors = frozenset(doors)

    def end(self, person, card):
        card = self._cards[card]
        self._require_in_charge(person, card)
        card.ended = True

    def doors(self, card):
        return sorted(self._cards[card].open_now())

    def opens(self, card, door):
        return door in self._cards[card].open_now()
