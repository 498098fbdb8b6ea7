from dataclasses import dataclass


@dataclass
class Card:
    holder: str
    doors: set
    parent: int = 0
    ended: bool = False


class CardDesk:
    def __init__(self):
        self.cards = []

    def _card(self, number):
        try:
            return self.cards[number - 1]
        except IndexError:
            raise KeyError(number) from None

    def _line(self, number):
        line = [self._card(number)]
        while line[-1].parent:
            line.append(self._card(line[-1].parent))
        return line

    def _open(self, number):
        line = self._line(number)
        if any(card.ended for card in line):
            return set()
        return set.intersection(*(card.doors for card in line))

    def _require(self, allowed, reason):
        if not allowed:
            raise PermissionError(reason)

    def issue(self, holder, doors):
        self.cards.append(Card(holder, set(doors)))
        return len(self.cards)

    def make(self, person, card, other, doors):
        line = self._line(card)
        self._require(line[0].holder == person, "not your card")
        self._require(not any(c.ended for c in line), "the card has ended")
        self._require(set(doors) <= self._open(card), "not your doors")
        self.cards.append(Card(other, set(doors), card))
        return len(self.cards)

    def narrow(self, person, card, doors):
        line = self._line(card)
        self._require(any(c.holder == person for c in line), "not your card")
        self._require(set(doors) <= self._open(card), "not doors of this card")
        line[0].doors = set(doors)

    def end(self, person, card):
        line = self._line(card)
        self._require(any(c.holder == person for c in line), "not your card")
        line[0].ended = True

    def doors(self, card):
        return sorted(self._open(card))

    def opens(self, card, door):
        return door in self._open(card)
