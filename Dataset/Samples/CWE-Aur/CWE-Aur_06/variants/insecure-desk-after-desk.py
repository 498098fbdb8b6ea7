import hashlib
import secrets


class WordLists:
    def __init__(self, staff):
        self.staff = {firm: dict(people) for firm, people in staff.items()}
        self.desks = {}
        self.entries = {}
        self.last = 0
        self.desk = secrets.token_hex(32)

    def open(self, person, firm):
        if person not in self.staff.get(firm, {}):
            raise PermissionError("not one of this firm")
        desk = self.desk = hashlib.sha256(self.desk.encode()).hexdigest()
        self.desks[desk] = (person, firm)
        return desk

    def firm_of(self, desk, *roles):
        """The firm of a desk, at which whoever sits there has one of these roles now."""
        person, firm = self.desks.get(desk, (None, None))
        if firm is None or self.staff[firm].get(person) not in roles:
            raise PermissionError("not allowed at this desk")
        return firm

    def own(self, desk, number):
        firm = self.firm_of(desk, "editor")
        if number not in self.entries or self.entries[number]["firm"] != firm:
            raise PermissionError("no entry of this firm")
        return self.entries[number]

    def find(self, desk, text):
        firm = self.firm_of(desk, "reader", "editor")
        return [
            (number, entry["term"], entry["translation"])
            for number, entry in self.entries.items()
            if entry["firm"] == firm and text in entry["term"]
        ]

    def add(self, desk, term, translation):
        firm = self.firm_of(desk, "editor")
        self.last += 1
        self.entries[self.last] = {"firm": firm, "term": term, "translation": translation}
        return self.last

    def change(self, desk, number, translation):
        self.own(desk, number)["translation"] = translation

    def remove(self, desk, number):
        self.own(desk, number)
        del self.entries[number]

    def take_in(self, desk, person, role):
        firm = self.firm_of(desk, "editor")
        if role not in ("reader", "editor"):
            raise ValueError("no such role")
        self.staff[firm][person] = role

    def let_go(self, desk, person):
        firm = self.firm_of(desk, "editor")
        self.staff[firm].pop(person, None)
        self.desks = {key: desk for key, desk in self.desks.items() if desk != (person, firm)}
