import secrets


class WordLists:
    def __init__(self, staff):
        self.staff = {firm: dict(people) for firm, people in staff.items()}
        self.desks = {}
        self.entries = {}
        self.last = 0

    def open(self, person, firm):
        role = self.staff.get(firm, {}).get(person)
        if role is None:
            raise PermissionError(f"{person} does not work for {firm}")
        desk = secrets.token_hex(16)
        self.desks[desk] = {"person": person, "firm": firm, "role": role}
        return desk

    def _editor(self, desk):
        found = self.desks.get(desk)
        if found is None or found["role"] != "editor":
            raise PermissionError("only editors can do this")
        return found

    def find(self, desk, text):
        if desk not in self.desks:
            raise PermissionError("no such desk")
        firm = self.desks[desk]["firm"]
        return [
            (number, term, translation)
            for number, (owner, term, translation) in sorted(self.entries.items())
            if owner == firm and text in term
        ]

    def add(self, desk, term, translation):
        firm = self._editor(desk)["firm"]
        self.last += 1
        self.entries[self.last] = (firm, term, translation)
        return self.last

    def change(self, desk, number, translation):
        self._editor(desk)
        firm, term, _ = self.entries[number]
        self.entries[number] = (firm, term, translation)

    def remove(self, desk, number):
        self._editor(desk)
        del self.entries[number]

    def take_in(self, desk, person, role):
        self.staff[self._editor(desk)["firm"]][person] = role

    def let_go(self, desk, person):
        del self.staff[self._editor(desk)["firm"]][person]
