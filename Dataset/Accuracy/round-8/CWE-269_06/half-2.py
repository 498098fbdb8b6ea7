class Slips:
    def __init__(self, limits):
        self._limits = dict(limits)
        self._deputies = {}
        self._written = {}
        self._signed = {}

    def _aboard(self, *people):
        for person in people:
            if person not in self._limits:
                raise KeyError(person)

    def write(self, person, amount):
        self._aboard(person)
        number = len(self._written) + 1
        self._written[number] = (person, amount)
        return number

    def appoint(self, person, deputy):
        self._aboard(person, deputy)
        self._deputies[person] = deputy

    def dismiss(self, person):
        self._aboard(person)
        self._deputies.pop(person, None)

    def sign(self, person, number, on_behalf_of=None):
        self._aboard(person)
        writer, amount = self._written[number]
        right_of = person
        if on_behalf_of is not None:
            self._aboard(on_behalf_of)
            if self._deputies.get(on_behalf_of) != person:
                raise PermissionError(f"{person} is not the deputy of {on_behalf_of}")
            right_of = on_behalf_of
        if writer in (person, right_of):
            raise PermissionError("this slip needs another person")
        if amount > self._limits[right_of]:
            raise PermissionError("the amount is above the limit")
        if number in self._signed:
            raise PermissionError("the slip is signed already")
        self._signed[number] = (person, on_behalf_of)

    def signed(self):
        return dict(self._signed)

    def set_limit(self, person, limit):
        self._aboard(person)
        self._limits[person] = limit

    def leave(self, person):
        self._aboard(person)
        del self._limits[person]
        self._deputies.pop(person, None)
        for other, deputy in self._deputies.items():
            if deputy == person:
                del self._deputies[other]
                break

    def join(self, person, limit):
        if person in self._limits:
            raise KeyError(person)
        self._limits[person] = limit
