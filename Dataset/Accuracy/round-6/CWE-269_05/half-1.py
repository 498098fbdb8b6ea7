class CardDesk:
    def __init__(self):
        self._cards = {}

    def _add(self, holder, doors, parent):
        number = len(self._cards) + 1
        self._cards[number] = {"holder": holder, "doors": set(doors), "parent": parent}
        return number

    def _line(self, card):
        while card is not None:
            entry = self._cards[card]
            yield entry
            card = entry["parent"]

    def _current(self, card):
        return set.intersection(*(entry["doors"] for entry in self._line(card)))

    def _check_doors(self, card, doors):
        if not set(doors) <= self._current(card):
            raise PermissionError("the card does not open all of these doors")

    def _check_line(self, person, card):
        if person not in [entry["holder"] for entry in self._line(card)]:
            raise PermissionError("this is another person's card")

    def issue(self, holder, doors):
        return self._add(holder, doors, None)

    def make(self, person, card, other, doors):
        if self._cards[card]["holder"] != person:
            raise PermissionError("this is another person's card")
        self._check_doors(card, doors)
        return self._add(other, doors, card)

    def narrow(self, person, card, doors):
        self._check_line(person, card)
        self._check_doors(card, doors)
        self._cards[card]["doors"] = set(doors)

    def end(self, person, card):
        self._check_line(person, card)
        self._cards[card]["doors"] = set()

    def doors(self, card):
        return sorted(self._current(card))

    def opens(self, card, door):
        return door in self._current(card)
