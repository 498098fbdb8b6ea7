class CardDesk:
    def __init__(self):
        self._cards = []

    def _get(self, number):
        if number > len(self._cards):
            raise KeyError(number)
        return self._cards[number - 1]

    def _line(self, number):
        while number is not None:
            card = self._get(number)
            yield card
            number = card["parent"]

    def _ended(self, number):
        return any(card["ended"] for card in self._line(number))

    def _doors(self, number):
        if self._ended(number):
            return set()
        return set.intersection(*(card["doors"] for card in self._line(number)))

    def _append(self, holder, doors, parent):
        self._cards.append({"holder": holder, "doors": set(doors), "parent": parent, "ended": False})
        return len(self._cards)

    def _require_line(self, person, number):
        if not any(card["holder"] == person for card in self._line(number)):
            raise PermissionError("no say over this card")

    def _require_doors(self, number, doors):
        if set(doors) - self._doors(number):
            raise PermissionError("not a door of this card")

    def issue(self, holder, doors):
        return self._append(holder, doors, None)

    def make(self, person, card, other, doors):
        if self._get(card)["holder"] != person or self._ended(card):
            raise PermissionError("not a valid card of this person")
        self._require_doors(card, doors)
        return self._append(other, doors, card)

    def narrow(self, person, card, doors):
        self._require_line(person, card)
        self._require_doors(card, doors)
        self._get(card)["doors"] = set(doors)

    def end(self, person, card):
        self._require_line(person, card)
        self._get(card)["ended"] = True

    def doors(self, card):
        return sorted(self._doors(card))

    def opens(self, card, door):
        return door in self._doors(card)
