"""The word lists of the bureau's customers, in memory."""
import secrets

READER, EDITOR = "reader", "editor"


class _Entry:
    def __init__(self, firm, term, translation):
        self.firm, self.term, self.translation = firm, term, translation


class _Staff:
    """Who has which role in which firm."""

    def __init__(self, staff):
        self._roles = {}
        for firm, people in staff.items():
            for person, role in people.items():
                self.set(firm, person, role)

    @staticmethod
    def _place(firm, person):
        return f"{firm}/{person}"

    def set(self, firm, person, role):
        if role not in (READER, EDITOR):
            raise ValueError(f"there is no role {role!r}")
        self._roles[self._place(firm, person)] = role

    def role(self, firm, person):
        return self._roles.get(self._place(firm, person))

    def drop(self, firm, person):
        self._roles.pop(self._place(firm, person), None)


class WordLists:
    def __init__(self, staff):
        self._staff = _Staff(staff)
        self._desks = {}            # desk -> (firm, person)
        self._entries = {}          # number -> entry
        self._last = 0

    def open(self, person, firm):
        if not (isinstance(person, str) and isinstance(firm, str)) or self._staff.role(firm, person) is None:
            raise PermissionError("only people of a firm open a desk of it")
        desk = secrets.token_urlsafe(24)
        self._desks[desk] = (firm, person)
        return desk

    def _firm(self, desk, *roles):
        """The firm of an open desk, if the person has one of the roles there, now."""
        if not isinstance(desk, str) or desk not in self._desks:
            raise PermissionError("this is no open desk")
        firm, person = self._desks[desk]
        if self._staff.role(firm, person) not in roles:
            raise PermissionError("not with this role")
        return firm

    def _own(self, firm, number):
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None or entry.firm != firm:
            raise PermissionError("the firm has no such entry")
        return entry

    def find(self, desk, text):
        firm = self._firm(desk, READER, EDITOR)
        return [(number, entry.term, entry.translation) for number, entry in sorted(self._entries.items())
                if entry.firm == firm and text in entry.term]

    def add(self, desk, term, translation):
        firm = self._firm(desk, EDITOR)
        self._last += 1
        self._entries[self._last] = _Entry(firm, term, translation)
        return self._last

    def change(self, desk, number, translation):
        self._own(self._firm(desk, EDITOR), number).translation = translation

    def remove(self, desk, number):
        self._own(self._firm(desk, EDITOR), number)
        del self._entries[number]

    def take_in(self, desk, person, role):
        firm = self._firm(desk, EDITOR)
        if not isinstance(person, str):
            raise ValueError("a person has a name")
        self._staff.set(firm, person, role)

    def let_go(self, desk, person):
        firm = self._firm(desk, EDITOR)
        self._staff.drop(firm, person)
        self._desks = {other: owner for other, owner in self._desks.items() if owner != (firm, person)}
