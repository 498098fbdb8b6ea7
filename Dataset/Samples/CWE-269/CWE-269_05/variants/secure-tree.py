class NotAllowed(PermissionError):
    pass


class Node:
    def __init__(self, holder, doors, above=None):
        self.holder, self.doors, self.above = holder, set(doors), above
        self.below = []
        if above:
            above.below.append(self)

    def keep(self, doors):
        self.doors.intersection_update(doors)
        for node in self.below:
            node.keep(doors)

    def belongs_to(self, person):
        return self.holder == person or (self.above is not None and self.above.belongs_to(person))


class CardDesk:
    def __init__(self):
        self.nodes = [None]

    def __getitem__(self, number):
        if number not in range(1, len(self.nodes)):
            raise KeyError(number)
        return self.nodes[number]

    def _new(self, node):
        self.nodes.append(node)
        return len(self.nodes) - 1

    def issue(self, holder, doors):
        return self._new(Node(holder, doors))

    def make(self, person, card, other, doors):
        above = self[card]
        if above.holder != person or not above.doors or set(doors) - above.doors:
            raise NotAllowed(card)
        return self._new(Node(other, doors, above))

    def narrow(self, person, card, doors):
        if not self[card].belongs_to(person) or set(doors) - self[card].doors:
            raise NotAllowed(card)
        self[card].keep(doors)

    def end(self, person, card):
        if not self[card].belongs_to(person):
            raise NotAllowed(card)
        self[card].keep(())

    def doors(self, card):
        return sorted(self[card].doors)

    def opens(self, card, door):
        return door in self[card].doors
