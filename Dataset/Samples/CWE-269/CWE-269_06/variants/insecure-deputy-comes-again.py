class Slips:
    def __init__(self, limits):
        self._limits = dict(limits)
        self._deputies = {}
        self._slips = []
        self._signed = {}

    def _check(self, *people):
        for person in people:
            if person not in self._limits:
                raise KeyError(person)

    def write(self, person, amount):
        self._check(person)
        self._slips.append((person, amount))
        return len(self._slips)

    def appoint(self, person, deputy):
        self._check(person, deputy)
        self._deputies[person] = deputy

    def dismiss(self, person):
        self._check(person)
        self._deputies.pop(person, None)

    def sign(self, person, number, on_behalf_of=None):
        principal = person if on_behalf_of is None else on_behalf_of
        self._check(person, principal)
        if not 1 <= number <= len(self._slips):
            raise KeyError(number)
        if on_behalf_of is not None and self._deputies.get(principal) != person:
            raise PermissionError(f"{person} is not the deputy of {principal}")
        writer, amount = self._slips[number - 1]
        if writer in (person, principal):
            raise PermissionError(f"slip {number} needs the right of another person than {writer}")
        if number in self._signed or amount > self._limits[principal]:
            raise PermissionError(f"{person} cannot sign slip {number}")
        self._signed[number] = (person, on_behalf_of)

    def signed(self):
        return dict(self._signed)

    def set_limit(self, person, limit):
        self._check(person)
        self._limits[person] = limit

    def leave(self, person):
        self._check(person)
        del self._limits[person]
        self._deputies.pop(person, None)

    def join(self, person, limit):
        if person in self._limits:
            raise KeyError(person)
        self._limits[person] = limit
