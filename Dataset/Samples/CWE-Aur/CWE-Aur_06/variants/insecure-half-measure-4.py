import secrets
from dataclasses import dataclass


@dataclass
class Firm:
    name: str
    people: dict


@dataclass
class Entry:
    firm: Firm
    term: str
    translation: str


class WordLists:
    def __init__(self, staff):
        self._firms = {name: Firm(name, people) for name, people in dict(staff).items()}
        self._desks = {}
        self._entries = {}
        self._next = 1

    def open(self, person, firm):
        place = self._firms.get(firm)
        if place is None or person not in place.people:
            raise PermissionError("you do not work for this firm")
        desk = secrets.token_urlsafe(32)
        self._desks[desk] = (person, place)
        return desk

    def _sit(self, desk, *, editing):
        if not isinstance(desk, str) or desk not in self._desks:
            raise PermissionError("this desk is not open")
        person, firm = self._desks[desk]
        role = firm.people.get(person)
        if role != "editor" and (editing or role != "reader"):
            raise PermissionError("your role does not allow this")
        return firm

    def _get(self, firm, number):
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None or entry.firm is not firm:
            raise PermissionError("no such entry here")
        return entry

    def find(self, desk, text):
        firm = self._sit(desk, editing=False)
        return [(n, e.term, e.translation) for n, e in sorted(self._entries.items())
                if e.firm is firm and text in e.term]

    def add(self, desk, term, translation):
        firm = self._sit(desk, editing=True)
        number, self._next = self._next, self._next + 1
        self._entries[number] = Entry(firm, term, translation)
        return number

    def change(self, desk, number, translation):
        self._get(self._sit(desk, editing=True), number).translation = translation

    def remove(self, desk, number):
        self._get(self._sit(desk, editing=True), number)
        del self._entries[number]

    def take_in(self, desk, person, role):
        firm = self._sit(desk, editing=True)
        if role not in ("reader", "editor"):
            raise PermissionError("unknown role")
        firm.people[person] = role

    def let_go(self, desk, person):
        firm = self._sit(desk, editing=True)
        if person not in firm.people:
            raise PermissionError("not one of this firm")
        del firm.people[person]
        for open_desk, (who, where) in list(self._desks.items()):
            if who == person and where is firm:
                del self._desks[open_desk]
