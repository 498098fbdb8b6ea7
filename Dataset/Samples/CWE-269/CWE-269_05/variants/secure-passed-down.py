class CardDesk:
    """Whatever a card loses, all cards that were made from it lose at once."""

    def __init__(self):
        self.cards = []

    def _card(self, number):
        if number < 1 or number > len(self.cards):
            raise KeyError(number)
        return self.cards[number - 1]

    def issue(self, holder, doors):
        self.cards.append({"holder": holder, "doors": frozenset(doors), "line": ()})
        return len(self.cards)

    def make(self, person, card, other, doors):
        origin = self._card(card)
        if origin["holder"] != person or not origin["doors"] or not origin["doors"].issuperset(doors):
            raise PermissionError(card)
        self.cards.append({"holder": other, "doors": frozenset(doors), "line": (*origin["line"], card)})
        return len(self.cards)

    def _take(self, person, card, kept):
        one = self._card(card)
        if person not in {one["holder"], *(self._card(number)["holder"] for number in one["line"])}:
            raise PermissionError(card)
        if not kept <= one["doors"]:
            raise PermissionError(kept)
        lost = one["doors"] - kept
        for number, other in enumerate(self.cards, 1):
            if number == card or card in other["line"]:
                other["doors"] -= lost

    def narrow(self, person, card, doors):
        self._take(person, card, frozenset(doors))

    def end(self, person, card):
        self._take(person, card, frozenset())

    def doors(self, card):
        return sorted(self._card(card)["doors"])

    def opens(self, card, door):
        return door in self._card(card)["doors"]
