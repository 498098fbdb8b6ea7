"""Objects instead of look-ups: a desk leads to a membership, a membership to a firm, and a firm has
its own list. Nothing leads from one firm to another."""
import itertools
import secrets
import threading
from enum import IntEnum
from functools import partial


class Role(IntEnum):
    reader = 1
    editor = 2

    @classmethod
    def named(cls, name):
        if not isinstance(name, str) or name not in cls.__members__:
            raise ValueError(f"no such role: {name!r}")
        return cls[name]


class Membership:
    """The work of one person for one firm, from being taken in until being let go."""

    def __init__(self, firm, role):
        self.firm, self.role, self.over = firm, role, False


class Firm:
    def __init__(self):
        self.people = {}
        self.list = {}

    def employ(self, person, role):
        role = Role.named(role)
        member = self.people.get(person)
        if member is None:
            self.people[person] = Membership(self, role)
        else:
            member.role = role

    def dismiss(self, person):
        member = self.people.pop(person, None)
        if member is not None:
            member.over = True


class WordLists:
    def __init__(self, staff):
        self._numbers = partial(next, itertools.count(1))
        self._lock = threading.Lock()
        self._desks = {}
        self._firms = {}
        for name, people in staff.items():
            self._firms[name] = Firm()
            for person, role in people.items():
                self._firms[name].employ(person, role)

    def _firm(self, desk, least):
        try:
            member = self._desks[desk]
        except (KeyError, TypeError):
            raise PermissionError("no open desk") from None
        if member.over or member.role < least:
            raise PermissionError("not at this desk")
        return member.firm

    def open(self, person, firm):
        with self._lock:
            try:
                member = self._firms[firm].people[person]
            except (KeyError, TypeError):
                raise PermissionError("only people of a firm open a desk of it") from None
            desk = secrets.token_urlsafe(32)
            self._desks[desk] = member
            return desk

    def find(self, desk, text):
        with self._lock:
            firm = self._firm(desk, Role.reader)
            return sorted((number, term, translation)
                          for number, (term, translation) in firm.list.items() if text in term)

    def add(self, desk, term, translation):
        with self._lock:
            firm = self._firm(desk, Role.editor)
            number = self._numbers()
            firm.list[number] = (term, translation)
            return number

    def _present(self, firm, number):
        # the number of another firm's entry is no more than one that there never was
        if not isinstance(number, int) or number not in firm.list:
            raise PermissionError("no entry of this firm")

    def change(self, desk, number, translation):
        with self._lock:
            firm = self._firm(desk, Role.editor)
            self._present(firm, number)
            firm.list[number] = (firm.list[number][0], translation)

    def remove(self, desk, number):
        with self._lock:
            firm = self._firm(desk, Role.editor)
            self._present(firm, number)
            firm.list.pop(number)

    def take_in(self, desk, person, role):
        with self._lock:
            firm = self._firm(desk, Role.editor)
            if not isinstance(person, str):
                raise ValueError("a person has a name")
            firm.employ(person, role)

    def let_go(self, desk, person):
        with self._lock:
            firm = self._firm(desk, Role.editor)
            if isinstance(person, str):
                firm.dismiss(person)
