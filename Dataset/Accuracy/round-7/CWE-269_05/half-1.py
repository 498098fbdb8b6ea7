class CardDesk:
    def __init__(self):
        self._cards = {}

    def _new(self, holder, doors, parent=None):
        number = len(self._cards) + 1
        line = str(number) if parent is None else "%s.%d" % (self._cards[parent]["line"], number)
        self._cards[number] = {"holder": holder, "doors": set(doors), "parent": parent, "line": line, "ended": False}
        return number

    def _current(self, number):
        card = self._cards[number]
        if card["ended"]:
            return set()
        if card["parent"] is None:
            return set(card["doors"])
        return card["doors"] & self._current(card["parent"])

    def _has_ended(self, number):
        while number is not None:
            if self._cards[number]["ended"]:
                return True
            number = self._cards[number]["parent"]
        return False

    def _check_authority(self, person, card):
        line = self._cards[card]["line"]
        if not any(c["holder"] == person and line.startswith(c["line"]) for c in self._cards.values()):
            raise PermissionError("not a card of this person's line")

    def issue(self, holder, doors):
        return self._new(holder, doors)

    def make(self, person, card, other, doors):
        if self._cards[card]["holder"] != person or self._has_ended(card):
            raise PermissionError("no cards can be made from this one")
        if not set(doors) <= self._current(card):
            raise PermissionError("the card does not open all these doors")
        return self._new(other, doors, card)

    def narrow(self, person, card, doors):
        self._check_authority(person, card)
        if not set(doors) <= self._current(card):
            raise PermissionError("the card does not open all these doors")
        self._cards[card]["doors"] = set(doors)

    def end(self, person, card):
        self._check_authority(person, card)
        self._cards[card]["ended"] = True

    def doors(self, card):
        return sorted(self._current(card))

    def opens(self, card, door):
        return door in self._current(card)
