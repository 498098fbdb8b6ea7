import itertools
import secrets


class WordLists:
    def __init__(self, staff):
        self._firms = set(staff)
        self._roles = {self._key(firm, person): role
                       for firm, people in staff.items()
                       for person, role in people.items()}
        self._desks = {}
        self._lists = {firm: {} for firm in staff}
        self._numbers = itertools.count(1)

    @staticmethod
    def _key(firm, person):
        return f"{firm}/{person}"

    def _at(self, desk, *roles):
        try:
            firm, person = self._desks[desk]
        except (KeyError, TypeError):
            raise PermissionError("no open desk") from None
        if self._roles.get(self._key(firm, person)) not in roles:
            raise PermissionError("role")
        return firm

    def open(self, person, firm):
        if not isinstance(person, str) or not isinstance(firm, str) or firm not in self._firms:
            raise PermissionError("unknown")
        if self._key(firm, person) not in self._roles:
            raise PermissionError("not one of this firm")
        desk = secrets.token_hex(16)
        self._desks[desk] = (firm, person)
        return desk

    def find(self, desk, text):
        words = self._lists[self._at(desk, "reader", "editor")]
        return [(n, *words[n]) for n in sorted(words) if text in words[n][0]]

    def add(self, desk, term, translation):
        words = self._lists[self._at(desk, "editor")]
        number = next(self._numbers)
        words[number] = (term, translation)
        return number

    def change(self, desk, number, translation):
        words = self._lists[self._at(desk, "editor")]
        if number not in words:
            raise PermissionError("no entry of this firm")
        words[number] = (words[number][0], translation)

    def remove(self, desk, number):
        words = self._lists[self._at(desk, "editor")]
        if number not in words:
            raise PermissionError("no entry of this firm")
        del words[number]

    def take_in(self, desk, person, role):
        firm = self._at(desk, "editor")
        if not isinstance(person, str) or not person or role not in ("reader", "editor"):
            raise ValueError("person or role")
        self._roles[self._key(firm, person)] = role

    def let_go(self, desk, person):
        firm = self._at(desk, "editor")
        if self._roles.pop(self._key(firm, person), None) is None:
            raise PermissionError("not one of this firm")
        for token in [t for t, owner in self._desks.items() if owner == (firm, person)]:
            del self._desks[token]
