class CardDesk:
    def __init__(self):
        self._holder = {}
        self._own = {}      # the doors of the card itself
        self._source = {}   # the card from which it was made, or None
        self._ended = set()

    def _new(self, holder, doors, source):
        number = len(self._holder) + 1
        self._holder[number] = holder
        self._own[number] = set(doors)
        self._source[number] = source
        return number

    def _line(self, card):
        """The card, the one from which it was made, and so on up to the first."""
        if card not in self._holder:
            raise KeyError(card)
        line = []
        while card is not None:
            line.append(card)
            card = self._source[card]
        return line

    def _now(self, card):
        line = self._line(card)
        if any(number in self._ended for number in line):
            return set()
        return set.intersection(*(self._own[number] for number in line))

    def _check_say(self, person, card):
        if all(self._holder[number] != person for number in self._line(card)):
            raise PermissionError("not a holder in the line of this card")

    def _check_doors(self, card, doors):
        if not set(doors) <= self._now(card):
            raise PermissionError("the card does not open all of these doors")

    def issue(self, holder, doors):
        return self._new(holder, doors, None)

    def make(self, person, card, other, doors):
        line = self._line(card)
        if self._holder[card] != person:
            raise PermissionError("another person holds this card")
        if any(number in self._ended for number in line):
            raise PermissionError("the card has ended")
        self._check_doors(card, doors)
        return self._new(other, doors, card)

    def narrow(self, person, card, doors):
        self._check_say(person, card)
        self._check_doors(card, doors)
        self._own[card] = set(doors)

    def end(self, person, card):
        self._check_say(person, card)
        self._ended.add(card)

    def doors(self, card):
        return sorted(self._now(card))

    def opens(self, card, door):
        return door in self._now(card)
