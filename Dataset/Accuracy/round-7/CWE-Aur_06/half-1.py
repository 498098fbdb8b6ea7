import secrets


class WordLists:
    def __init__(self, staff):
        self._staff = {firm: dict(people) for firm, people in staff.items()}
        self._entries = {firm: {} for firm in staff}
        self._desks = {}
        self._seats = {}
        self._count = 0

    def open(self, person, firm):
        if firm not in self._staff or person not in self._staff[firm]:
            raise PermissionError("not one of this firm")
        desk = secrets.token_urlsafe(24)
        self._desks[desk] = (person, firm)
        self._seats[person, firm] = desk
        return desk

    def _firm(self, desk, *roles):
        if not isinstance(desk, str) or desk not in self._desks:
            raise PermissionError("no open desk")
        person, firm = self._desks[desk]
        if self._staff[firm].get(person) not in roles:
            raise PermissionError("not allowed in this role")
        return firm

    def _own(self, firm, number):
        entries = self._entries[firm]
        if not isinstance(number, int) or number not in entries:
            raise PermissionError("no entry of this firm")
        return entries

    def find(self, desk, text):
        firm = self._firm(desk, "reader", "editor")
        return [(n, *e) for n, e in sorted(self._entries[firm].items()) if text in e[0]]

    def add(self, desk, term, translation):
        firm = self._firm(desk, "editor")
        self._count += 1
        self._entries[firm][self._count] = (term, translation)
        return self._count

    def change(self, desk, number, translation):
        entries = self._own(self._firm(desk, "editor"), number)
        entries[number] = (entries[number][0], translation)

    def remove(self, desk, number):
        del self._own(self._firm(desk, "editor"), number)[number]

    def take_in(self, desk, person, role):
        firm = self._firm(desk, "editor")
        if role not in ("reader", "editor"):
            raise PermissionError("no such role")
        self._staff[firm][person] = role

    def let_go(self, desk, person):
        firm = self._firm(desk, "editor")
        if person not in self._staff[firm]:
            raise PermissionError("not one of this firm")
        del self._staff[firm][person]
        self._desks.pop(self._seats.pop((person, firm), None), None)
