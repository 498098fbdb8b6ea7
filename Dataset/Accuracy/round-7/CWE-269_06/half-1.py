class Member:
    def __init__(self, name, limit):
        self.name = name
        self.limit = limit
        self.deputy = None


class Slip:
    def __init__(self, author, amount):
        self.author = author
        self.amount = amount
        self.signature = None


class Slips:
    def __init__(self, limits):
        self._crew = {name: Member(name, limit) for name, limit in limits.items()}
        self._slips = {}

    def write(self, person, amount):
        author = self._crew[person]
        number = len(self._slips) + 1
        self._slips[number] = Slip(author, amount)
        return number

    def appoint(self, person, deputy):
        member, other = self._crew[person], self._crew[deputy]
        member.deputy = other

    def dismiss(self, person):
        self._crew[person].deputy = None

    def sign(self, person, number, on_behalf_of=None):
        signer = self._crew[person]
        principal = signer if on_behalf_of is None else self._crew[on_behalf_of]
        slip = self._slips[number]
        if slip.signature is not None:
            raise PermissionError("signed already")
        if on_behalf_of is not None and principal.deputy is not signer:
            raise PermissionError("not the deputy")
        if slip.author is signer or slip.author is principal:
            raise PermissionError("nobody signs her own slip or has it signed in her name")
        if slip.amount > principal.limit:
            raise PermissionError("above the limit")
        slip.signature = (person, on_behalf_of)

    def signed(self):
        return {n: s.signature for n, s in self._slips.items() if s.signature is not None}

    def set_limit(self, person, limit):
        self._crew[person].limit = limit

    def leave(self, person):
        gone = self._crew.pop(person)
        for member in self._crew.values():
            if member.deputy is gone:
                member.deputy = None

    def join(self, person, limit):
        if person in self._crew:
            raise KeyError(person)
        self._crew[person] = Member(person, limit)
