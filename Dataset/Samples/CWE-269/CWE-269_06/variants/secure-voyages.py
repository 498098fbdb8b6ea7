import itertools
from collections import namedtuple

Appointment = namedtuple("Appointment", "deputy voyage deputy_voyage")


class Slips:
    """An appointment is for the voyages of two people; a new voyage has a new number."""

    def __init__(self, limits):
        self.numbers = itertools.count(1)
        self.limit, self.voyage, self.appointed = {}, {}, {}
        self.written, self.signatures = [], {}
        for person, limit in limits.items():
            self.join(person, limit)

    def join(self, person, limit):
        if person in self.voyage:
            raise KeyError(f"{person} is on board")
        self.voyage[person], self.limit[person] = next(self.numbers), limit

    def leave(self, person):
        del self.voyage[person], self.limit[person]

    def set_limit(self, person, limit):
        self.voyage[person]
        self.limit[person] = limit

    def write(self, person, amount):
        self.voyage[person]
        self.written.append({"by": person, "amount": amount})
        return len(self.written)

    def appoint(self, person, deputy):
        self.appointed[person] = Appointment(deputy, self.voyage[person], self.voyage[deputy])

    def dismiss(self, person):
        self.voyage[person]
        self.appointed[person] = None

    def sign(self, person, number, on_behalf_of=None):
        own = self.voyage[person]
        if number not in range(1, len(self.written) + 1):
            raise KeyError(number)
        slip = self.written[int(number) - 1]
        allowed = slip["by"] != person and number not in self.signatures
        if on_behalf_of is not None:
            needed = Appointment(person, self.voyage[on_behalf_of], own)
            allowed = allowed and self.appointed.get(on_behalf_of) == needed and slip["by"] != on_behalf_of
        if not allowed or slip["amount"] > self.limit[on_behalf_of or person]:
            raise PermissionError
        self.signatures[int(number)] = (person, on_behalf_of)

    def signed(self):
        return {**self.signatures}
