import uuid
from dataclasses import dataclass, field


class Firm:
    def __init__(self, people):
        self.people = dict(people)
        self.entries = {}


@dataclass(eq=False)
class Desk:
    firm: Firm
    person: str
    is_open: bool = True
    key: str = field(default_factory=lambda: uuid.uuid4().hex)

    def require_editor(self):
        if self.firm.people.get(self.person) != "editor":
            raise PermissionError(self.person)
        return self.firm


class WordLists:
    def __init__(self, staff):
        self._firms = {name: Firm(people) for name, people in staff.items()}
        self._desks = []
        self._count = 0

    def _desk(self, key):
        for desk in self._desks:
            if desk.is_open and desk.key == key:
                return desk
        raise PermissionError("no open desk")

    def open(self, person, firm):
        if firm not in self._firms or person not in self._firms[firm].people:
            raise PermissionError("not allowed")
        desk = Desk(self._firms[firm], person)
        self._desks.append(desk)
        return desk.key

    def find(self, desk, text):
        entries = self._desk(desk).firm.entries
        return sorted((number, *entry) for number, entry in entries.items() if text in entry[0])

    def add(self, desk, term, translation):
        firm = self._desk(desk).require_editor()
        self._count += 1
        firm.entries[self._count] = (term, translation)
        return self._count

    def change(self, desk, number, translation):
        entries = self._desk(desk).require_editor().entries
        if number not in entries:
            raise PermissionError(f"no entry {number}")
        entries[number] = (entries[number][0], translation)

    def remove(self, desk, number):
        entries = self._desk(desk).require_editor().entries
        if number not in entries:
            raise PermissionError(f"no entry {number}")
        entries.pop(number)

    def take_in(self, desk, person, role):
        if role not in {"reader", "editor"}:
            raise ValueError(role)
        self._desk(desk).require_editor().people[person] = role

    def let_go(self, desk, person):
        firm = self._desk(desk).require_editor()
        firm.people.pop(person, None)
        for other in self._desks:
            if other.firm is firm and other.person == person:
                other.is_open = False
