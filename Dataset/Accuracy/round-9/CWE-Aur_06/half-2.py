"""The word lists of the bureau's customers."""
import secrets
from collections import namedtuple

Desk = namedtuple("Desk", "firm person place")
Entry = namedtuple("Entry", "firm term translation")

READ = frozenset({"reader", "editor"})
WRITE = frozenset({"editor"})


def _place(firm, person):
    """What somebody's place in a firm is called in the register."""
    return f"{firm}/{person}"


class WordLists:
    def __init__(self, staff):
        self._firms = frozenset(staff)
        self._register = {              # place -> role; one flat table for all firms
            _place(firm, person): role
            for firm, people in staff.items()
            for person, role in people.items()
        }
        self._desks = {}
        self._entries = {}
        self._count = 0

    def _desk(self, desk, roles):
        if type(desk) is not str or desk not in self._desks:
            raise PermissionError("no such desk")
        found = self._desks[desk]
        if self._register.get(found.place) not in roles:
            raise PermissionError("your role does not allow this")
        return found

    def _own_entry(self, desk, number):
        if type(number) is not int or number not in self._entries:
            raise PermissionError("no such entry")
        entry = self._entries[number]
        if entry.firm != desk.firm:
            raise PermissionError("no such entry")
        return entry

    def open(self, person, firm):
        if type(person) is not str or type(firm) is not str or firm not in self._firms:
            raise PermissionError("nobody of this firm")
        place = _place(firm, person)
        if self._register.get(place) not in READ:
            raise PermissionError("nobody of this firm")
        desk = secrets.token_hex(16)
        self._desks[desk] = Desk(firm, person, place)
        return desk

    def find(self, desk, text):
        firm = self._desk(desk, READ).firm
        return [
            (number, entry.term, entry.translation)
            for number, entry in self._entries.items()
            if entry.firm == firm and text in entry.term
        ]

    def add(self, desk, term, translation):
        firm = self._desk(desk, WRITE).firm
        self._count += 1
        self._entries[self._count] = Entry(firm, term, translation)
        return self._count

    def change(self, desk, number, translation):
        entry = self._own_entry(self._desk(desk, WRITE), number)
        self._entries[number] = entry._replace(translation=translation)

    def remove(self, desk, number):
        self._own_entry(self._desk(desk, WRITE), number)
        del self._entries[number]

    def take_in(self, desk, person, role):
        firm = self._desk(desk, WRITE).firm
        if type(person) is not str or type(role) is not str or role not in READ:
            raise ValueError("a person is taken in as reader or editor")
        self._register[_place(firm, person)] = role

    def let_go(self, desk, person):
        firm = self._desk(desk, WRITE).firm
        if type(person) is not str:
            raise ValueError("a person has a name")
        self._register.pop(_place(firm, person), None)
        for name, other in list(self._desks.items()):
            if other.firm == firm and other.person == person:
                del self._desks[name]
