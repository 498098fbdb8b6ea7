class CardDesk:
    def __init__(self):
        self._holders = {}
        self._doors = {}
        self._origins = {}

    def _add(self, holder, doors, origin):
        number = len(self._holders) + 1
        self._holders[number] = holder
        self._doors[number] = set(doors)
        self._origins[number] = origin
        return number

    def issue(self, holder, doors):
        return self._add(holder, doors, None)

    def make(self, person, card, other, doors):
        if self._holders[card] != person:
            raise PermissionError("she does not hold this card")
        return self._add(other, set(doors) & self._doors[card], card)

    def _check(self, person, card):
        number = card
        while number is not None:
            if self._holders[number] == person:
                return
            number = self._origins[number]
        raise PermissionError("the card was not made from one of hers")

    def narrow(self, person, card, doors):
        self._check(person, card)
        self._doors[card] &= set(doors)

    def end(self, person, card):
        self._check(person, card)
        self._doors[card] = set()
        for number, origin in self._origins.items():
            if origin == card:
                self._doors[number] = set()

    def doors(self, card):
        return sorted(self._doors[card])

    def opens(self, card, door):
        return door in self._doors[card]
