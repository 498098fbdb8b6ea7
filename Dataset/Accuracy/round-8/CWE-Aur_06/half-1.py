import secrets

ROLES = ("reader", "editor")


class Member:
    def __init__(self, role):
        self.role = role
        self.desks = set()


class WordLists:
    def __init__(self, staff):
        self._firms = {firm: {person: Member(role) for person, role in people.items()}
                       for firm, people in staff.items()}
        self._desks = {}
        self._entries = {}
        self._last = 0

    def _member(self, desk, role=None):
        if not isinstance(desk, str) or desk not in self._desks:
            raise PermissionError("no such desk")
        person, firm = self._desks[desk]
        member = self._firms[firm].get(person)
        if member is None or role == "editor" and member.role != "editor":
            raise PermissionError("not allowed here")
        return firm

    def _entry(self, firm, number):
        entry = self._entries.get(number)
        if entry is None or entry[0] != firm:
            raise PermissionError("no such entry")
        return entry

    def open(self, person, firm):
        member = self._firms.get(firm, {}).get(person)
        if member is None:
            raise PermissionError("does not work there")
        desk = secrets.token_urlsafe(24)
        self._desks[desk] = (person, firm)
        member.desks.add(desk)
        return desk

    def find(self, desk, text):
        firm = self._member(desk)
        return [(number, term, translation)
                for number, (owner, term, translation) in sorted(self._entries.items())
                if owner == firm and text in term]

    def add(self, desk, term, translation):
        firm = self._member(desk, "editor")
        self._last += 1
        self._entries[self._last] = [firm, term, translation]
        return self._last

    def change(self, desk, number, translation):
        firm = self._member(desk, "editor")
        self._entry(firm, number)[2] = translation

    def remove(self, desk, number):
        firm = self._member(desk, "editor")
        self._entry(firm, number)
        del self._entries[number]

    def take_in(self, desk, person, role):
        firm = self._member(desk, "editor")
        if role not in ROLES:
            raise ValueError("role")
        self._firms[firm][person] = Member(role)

    def let_go(self, desk, person):
        firm = self._member(desk, "editor")
        member = self._firms[firm].pop(person, None)
        if member is not None:
            for closed in member.desks:
                self._desks.pop(closed, None)
