class Slips:
    def __init__(self, limits):
        self._limits = dict(limits)
        self._deputies = {}
        self._slips = []
        self._signed = {}

    def _check_aboard(self, person):
        if person not in self._limits:
            raise KeyError(person)

    def write(self, person, amount):
        self._check_aboard(person)
        self._slips.append((person, amount))
        return len(self._slips)

    def appoint(self, person, deputy):
        self._check_aboard(person)
        self._check_aboard(deputy)
        self._deputies[person] = deputy

    def dismiss(self, person):
        self._check_aboard(person)
        self._deputies.pop(person, None)

    def sign(self, person, number, on_behalf_of=None):
        self._check_aboard(person)
        if on_behalf_of is not None:
            self._check_aboard(on_behalf_of)
        if not 1 <= number <= len(self._slips):
            raise KeyError(number)
        writer, amount = self._slips[number - 1]
        owner = person if on_behalf_of is None else on_behalf_of
        if on_behalf_of is not None and self._deputies.get(on_behalf_of) != person:
            raise PermissionError("not the deputy")
        if writer == person or writer == owner:
            raise PermissionError("nobody signs her own slip")
        if amount > self._limits[owner]:
            raise PermissionError("above the limit")
        if number in self._signed:
            raise PermissionError("signed already")
        self._signed[number] = (person, on_behalf_of)

    def signed(self):
        return dict(self._signed)

    def set_limit(self, person, limit):
        self._check_aboard(person)
        self._limits[person] = limit

    def leave(self, person):
        self._check_aboard(person)
        del self._limits[person]
        self._deputies = {
            other: deputy for other, deputy in self._deputies.items() if person not in (other, deputy)
        }

    def join(self, person, limit):
        if person in self._limits:
            raise KeyError(person)
        self._limits[person] = limit
