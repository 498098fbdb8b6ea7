class Slips:
    def __init__(self, limits):
        self._limits = dict(limits)
        self._deputy_of = {}      # person -> deputy
        self._stands_for = {}     # deputy -> person
        self._slips = {}
        self._signed = {}

    def _check(self, person):
        if person not in self._limits:
            raise KeyError(person)

    def _end(self, person):
        deputy = self._deputy_of.pop(person, None)
        if self._stands_for.get(deputy) == person:
            del self._stands_for[deputy]

    def write(self, person, amount):
        self._check(person)
        number = len(self._slips) + 1
        self._slips[number] = (person, amount)
        return number

    def appoint(self, person, deputy):
        self._check(person)
        self._check(deputy)
        self._end(person)
        self._deputy_of[person] = deputy
        self._stands_for[deputy] = person

    def dismiss(self, person):
        self._check(person)
        self._end(person)

    def sign(self, person, number, on_behalf_of=None):
        self._check(person)
        author, amount = self._slips[number]
        holder = person
        if on_behalf_of is not None:
            self._check(on_behalf_of)
            if self._deputy_of.get(on_behalf_of) != person:
                raise PermissionError("not her deputy")
            holder = on_behalf_of
        if author == person or author == holder:
            raise PermissionError("her own slip")
        if amount > self._limits[holder]:
            raise PermissionError("above the limit")
        if number in self._signed:
            raise PermissionError("signed already")
        self._signed[number] = (person, on_behalf_of)

    def signed(self):
        return self._signed.copy()

    def set_limit(self, person, limit):
        self._check(person)
        self._limits[person] = limit

    def leave(self, person):
        self._check(person)
        del self._limits[person]
        self._end(person)
        if person in self._stands_for:
            self._end(self._stands_for[person])

    def join(self, person, limit):
        if person in self._limits:
            raise KeyError(person)
        self._limits[person] = limit
