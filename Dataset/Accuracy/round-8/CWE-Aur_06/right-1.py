import secrets


class WordLists:
    def __init__(self, staff):
        self._staff = {firm: dict(people) for firm, people in staff.items()}
        self._lists = {firm: {} for firm in self._staff}
        self._desks = {}
        self._last = 0

    def _firm(self, desk, roles):
        if not isinstance(desk, str) or desk not in self._desks:
            raise PermissionError("this desk is not open")
        person, firm = self._desks[desk]
        if self._staff[firm].get(person) not in roles:
            raise PermissionError("your role does not allow this")
        return firm

    def _reader(self, desk):
        return self._firm(desk, ("reader", "editor"))

    def _editor(self, desk):
        return self._firm(desk, ("editor",))

    def _own(self, firm, number):
        if not isinstance(number, int) or number not in self._lists[firm]:
            raise PermissionError("your firm has no such entry")

    def open(self, person, firm):
        if not isinstance(person, str) or not isinstance(firm, str) \
                or person not in self._staff.get(firm, {}):
            raise PermissionError("does not work for this firm")
        desk = secrets.token_urlsafe(24)
        self._desks[desk] = (person, firm)
        return desk

    def find(self, desk, text):
        words = self._lists[self._reader(desk)]
        return [(number, *words[number]) for number in sorted(words)
                if text in words[number][0]]

    def add(self, desk, term, translation):
        firm = self._editor(desk)
        if not isinstance(term, str) or not isinstance(translation, str):
            raise TypeError("term and translation are strings")
        self._last += 1
        self._lists[firm][self._last] = (term, translation)
        return self._last

    def change(self, desk, number, translation):
        firm = self._editor(desk)
        self._own(firm, number)
        if not isinstance(translation, str):
            raise TypeError("a translation is a string")
        self._lists[firm][number] = (self._lists[firm][number][0], translation)

    def remove(self, desk, number):
        firm = self._editor(desk)
        self._own(firm, number)
        del self._lists[firm][number]

    def take_in(self, desk, person, role):
        firm = self._editor(desk)
        if not isinstance(person, str) or role not in ("reader", "editor"):
            raise ValueError("no such person or role")
        self._staff[firm][person] = role

    def let_go(self, desk, person):
        firm = self._editor(desk)
        if not isinstance(person, str) or person not in self._staff[firm]:
            raise PermissionError("does not work for your firm")
        del self._staff[firm][person]
        self._desks = {d: who for d, who in self._desks.items() if who != (person, firm)}
