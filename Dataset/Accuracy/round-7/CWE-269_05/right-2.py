import contextlib
import weakref


class _Card:
    """Knows its children; what is taken from it is taken from them at once."""
    __slots__ = ("holder", "rights", "over", "children", "valid", "__weakref__")

    def __init__(self, holder, rights, over=None):
        self.holder, self.rights, self.valid = holder, set(rights), True
        self.over = over and weakref.ref(over)
        self.children = []
        if over:
            over.children.append(self)

    def walk(self):
        stack = [self]
        while stack:
            card = stack.pop()
            yield card
            stack += card.children

    def governors(self):
        card = self
        while card:
            yield card.holder
            card = card.over and card.over()


class CardDesk(dict):
    def __init__(self):
        super().__init__()

    @contextlib.contextmanager
    def _allowed(self, card, who, doors=()):
        wanted = set(doors)
        found = self[card]
        if who(found) and wanted.issubset(found.rights):
            yield found, wanted
        else:
            raise PermissionError(card)

    def _enter(self, made):
        self[number := len(self) + 1] = made
        return number

    def issue(self, holder, doors):
        return self._enter(_Card(holder, doors))

    def make(self, person, card, other, doors):
        with self._allowed(card, lambda c: c.valid and c.holder == person, doors) as (source, wanted):
            return self._enter(_Card(other, wanted, source))

    def narrow(self, person, card, doors):
        with self._allowed(card, lambda c: person in c.governors(), doors) as (target, wanted):
            for each in target.walk():
                each.rights &= wanted

    def end(self, person, card):
        with self._allowed(card, lambda c: person in c.governors()) as (target, _):
            for each in target.walk():
                each.rights, each.valid = set(), False

    def doors(self, card):
        return sorted(self[card].rights)

    def opens(self, card, door):
        return door in self[card].rights
