class _Person:
    def __init__(self, name, limit):
        self.name = name
        self.limit = limit
        self.deputy = None


class _Slip:
    def __init__(self, writer, amount):
        self.writer = writer
        self.amount = amount
        self.signature = None


class Slips:
    def __init__(self, limits):
        self._crew = {name: _Person(name, limit) for name, limit in limits.items()}
        self._slips = {}

    def write(self, person, amount):
        slip = _Slip(self._crew[person], amount)
        number = len(self._slips) + 1
        self._slips[number] = slip
        return number

    def appoint(self, person, deputy):
        self._crew[person].deputy = self._crew[deputy]

    def dismiss(self, person):
        self._crew[person].deputy = None

    def sign(self, person, number, on_behalf_of=None):
        signer = self._crew[person]
        slip = self._slips[number]
        owner = signer
        if on_behalf_of is not None:
            owner = self._crew[on_behalf_of]
            if owner.deputy is not signer:
                raise PermissionError("not the deputy")
        if slip.signature is not None:
            raise PermissionError("signed already")
        if slip.writer is signer or slip.writer is owner:
            raise PermissionError("nobody signs her own slip")
        if slip.amount > owner.limit:
            raise PermissionError("above the limit")
        slip.signature = (person, on_behalf_of)

    def signed(self):
        return {number: slip.signature for number, slip in self._slips.items() if slip.signature is not None}

    def set_limit(self, person, limit):
        self._crew[person].limit = limit

    def leave(self, person):
        gone = self._crew.pop(person)
        gone.deputy = None
        for other in self._crew.values():
            if other.deputy is gone:
                other.deputy = None

    def join(self, person, limit):
        if person in self._crew:
            raise KeyError(person)
        self._crew[person] = _Person(person, limit)
