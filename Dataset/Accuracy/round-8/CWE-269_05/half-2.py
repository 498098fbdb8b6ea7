from dataclasses import dataclass, field


@dataclass
class Card:
    holder: str
    doors: set
    parent: "Card | None" = None
    children: list = field(default_factory=list)
    ended: bool = False

    def restrict(self, doors):
        self.doors &= doors
        for child in self.children:
            child.restrict(self.doors)

    def finish(self):
        self.ended = True
        self.doors.clear()
        for child in self.children:
            child.finish()


class CardDesk:
    def __init__(self):
        self._cards = []

    def _card(self, number):
        if not 1 <= number <= len(self._cards):
            raise KeyError(number)
        return self._cards[number - 1]

    def _register(self, card):
        self._cards.append(card)
        return len(self._cards)

    @staticmethod
    def _check_line(person, card):
        while card.holder != person:
            card = card.parent
            if card is None:
                raise PermissionError("not her card, nor made from one of hers")

    def issue(self, holder, doors):
        return self._register(Card(holder, set(doors)))

    def make(self, person, card, other, doors):
        source = self._card(card)
        wanted = set(doors)
        if source.holder != person or source.ended or not wanted <= source.doors:
            raise PermissionError("this card cannot be made")
        new = Card(other, wanted, source)
        source.children.append(new)
        return self._register(new)

    def narrow(self, person, card, doors):
        target = self._card(card)
        kept = set(doors)
        self._check_line(person, target)
        if not kept <= target.doors:
            raise PermissionError("narrow does not add doors")
        target.restrict(kept)

    def end(self, person, card):
        target = self._card(card)
        self._check_line(person, target)
        target.finish()

    def doors(self, card):
        return sorted(self._card(card).doors)

    def opens(self, card, door):
        return door in self._card(card).doors
