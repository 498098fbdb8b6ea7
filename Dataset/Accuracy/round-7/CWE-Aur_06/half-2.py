import secrets


class WordLists:
    def __init__(self, staff):
        self.staff = {firm: dict(people) for firm, people in staff.items()}
        self.desks = {}
        self.entries = []          # [number, term, translation], None where removed
        self.owners = [None]       # owners[number] is the firm of an entry

    def open(self, person, firm):
        if person not in self.staff.get(firm, ()):
            raise PermissionError(firm)
        desk = secrets.token_hex(16)
        self.desks[desk] = person, firm
        return desk

    def _at(self, desk, needed=("editor",)):
        try:
            person, firm = self.desks[desk]
            role = self.staff[firm][person]
        except (KeyError, TypeError):
            raise PermissionError("no open desk") from None
        if role not in needed:
            raise PermissionError("editors only")
        return firm

    def _check(self, firm, number):
        try:
            owner = self.owners[number]
        except (IndexError, TypeError):
            owner = None
        if owner != firm:
            raise PermissionError("not an entry of this firm")

    def find(self, desk, text):
        firm = self._at(desk, ("reader", "editor"))
        return [tuple(e) for e in self.entries
                if e is not None and self.owners[e[0]] == firm and text in e[1]]

    def add(self, desk, term, translation):
        firm = self._at(desk)
        number = len(self.owners)
        self.owners.append(firm)
        self.entries.append([number, term, translation])
        return number

    def change(self, desk, number, translation):
        self._check(self._at(desk), number)
        self.entries[number - 1][2] = translation

    def remove(self, desk, number):
        self._check(self._at(desk), number)
        self.entries[number - 1] = None
        self.owners[number] = None

    def take_in(self, desk, person, role):
        firm = self._at(desk)
        if role not in ("reader", "editor"):
            raise PermissionError(role)
        self.staff[firm][person] = role

    def let_go(self, desk, person):
        firm = self._at(desk)
        if self.staff[firm].pop(person, None) is None:
            raise PermissionError(person)
        self.desks = {d: who for d, who in self.desks.items() if who != (person, firm)}
