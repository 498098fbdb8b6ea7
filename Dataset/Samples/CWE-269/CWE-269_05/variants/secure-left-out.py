from dataclasses import dataclass


@dataclass
class Card:
    holder: str
    given: list
    origin: int
    ended: bool = False


class CardDesk:
    """Doors that a card does not have are left out; who may not decide is not heard."""

    def __init__(self):
        self.cards = {}

    def issue(self, holder, doors):
        self.cards[len(self.cards) + 1] = Card(holder, list(doors), 0)
        return len(self.cards)

    def make(self, person, card, other, doors):
        if self.cards[card].holder != person or not self.doors(card):
            return None
        self.cards[len(self.cards) + 1] = Card(other, [door for door in doors if self.opens(card, door)], card)
        return len(self.cards)

    def decides(self, person, card):
        origin = self.cards[card].origin
        return self.cards[card].holder == person or origin > 0 and self.decides(person, origin)

    def narrow(self, person, card, doors):
        if self.decides(person, card):
            self.cards[card].given = [door for door in self.cards[card].given if door in doors]

    def end(self, person, card):
        if self.decides(person, card):
            self.cards[card].ended = True

    def doors(self, card):
        return sorted(door for door in set(self.cards[card].given) if self.opens(card, door))

    def opens(self, card, door):
        one = self.cards[card]
        if one.ended or door not in one.given:
            return False
        return one.origin == 0 or self.opens(one.origin, door)
