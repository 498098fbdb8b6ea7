from collections import namedtuple

Slip = namedtuple("Slip", "author amount")
Appointment = namedtuple("Appointment", "person deputy")


class Slips:
    def __init__(self, limits):
        self._limits = {**limits}
        self._book = []           # appointments in the order in which they were made
        self._slips = {}
        self._signed = {}

    def _deputy(self, person):
        for entry in reversed(self._book):
            if entry.person == person:
                return entry.deputy
        return None

    def write(self, person, amount):
        self._limits[person]
        number = len(self._slips) + 1
        self._slips[number] = Slip(person, amount)
        return number

    def appoint(self, person, deputy):
        self._limits[person], self._limits[deputy]
        self._book.append(Appointment(person, deputy))

    def dismiss(self, person):
        self._limits[person]
        self._book = [entry for entry in self._book if entry.person != person]

    def sign(self, person, number, on_behalf_of=None):
        limit = self._limits[person]
        slip = self._slips[number]
        if on_behalf_of is not None:
            limit = self._limits[on_behalf_of]
            if self._deputy(on_behalf_of) != person:
                raise PermissionError("not the present deputy")
        if slip.author in (person, on_behalf_of):
            raise PermissionError("a slip needs the right of somebody else")
        if slip.amount > limit:
            raise PermissionError("too much")
        if number in self._signed:
            raise PermissionError("signed already")
        self._signed[number] = (person, on_behalf_of)

    def signed(self):
        return dict(self._signed)

    def set_limit(self, person, limit):
        self._limits[person]
        self._limits[person] = limit

    def leave(self, person):
        del self._limits[person]
        self._book = [entry for entry in self._book if person not in entry]

    def join(self, person, limit):
        if person in self._limits:
            raise KeyError(person)
        self._limits[person] = limit
