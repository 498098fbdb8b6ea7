"""A journal: every change is an event with a time, and all questions are answered by reading it."""
import secrets
from typing import NamedTuple


class Hired(NamedTuple):
    firm: str
    person: str
    role: str


class Left(NamedTuple):
    firm: str
    person: str


class Opened(NamedTuple):
    desk: str
    firm: str
    person: str


class Written(NamedTuple):
    firm: str
    number: int
    term: str
    translation: str


class Changed(NamedTuple):
    firm: str
    number: int
    translation: str


class Removed(NamedTuple):
    firm: str
    number: int


class Forbidden(PermissionError):
    pass


class WordLists:
    def __init__(self, staff):
        self._journal = [
            Hired(firm, person, role) for firm in staff for person, role in staff[firm].items()
        ]

    def _back(self, *kinds):
        """The events of these kinds, the last first."""
        return (event for event in reversed(self._journal) if type(event) in kinds)

    def _role(self, firm, person):
        for event in self._back(Hired, Left):
            if (event.firm, event.person) == (firm, person):
                return event.role if type(event) is Hired else None
        return None

    def _sits(self, desk):
        """(firm, person) of the desk. Who has left since it was opened sits there no more."""
        left = set()
        if isinstance(desk, str):
            for event in self._back(Opened, Left):
                if type(event) is Left:
                    left.add((event.firm, event.person))
                elif secrets.compare_digest(event.desk.encode(), desk.encode("utf-8", "replace")):
                    if (event.firm, event.person) not in left:
                        return event.firm, event.person
                    break
        raise Forbidden("this is no open desk")

    def _as(self, desk, roles):
        firm, person = self._sits(desk)
        if self._role(firm, person) not in roles:
            raise Forbidden("the role does not allow it")
        return firm

    def _list(self, firm):
        entries = {}
        for event in self._journal:
            match event:
                case Written(f, number, term, translation) if f == firm:
                    entries[number] = (term, translation)
                case Changed(f, number, translation) if f == firm:
                    entries[number] = (entries[number][0], translation)
                case Removed(f, number) if f == firm:
                    del entries[number]
        return entries

    def _own(self, desk, number):
        firm = self._as(desk, {"editor"})
        if type(number) is not int or number not in self._list(firm):
            raise Forbidden("this firm has no such entry")
        return firm

    def open(self, person, firm):
        if not (type(person) is type(firm) is str) or self._role(firm, person) is None:
            raise Forbidden("she does not work there")
        desk = "desk-" + secrets.token_hex(24)
        self._journal.append(Opened(desk, firm, person))
        return desk

    def find(self, desk, text):
        entries = self._list(self._as(desk, {"reader", "editor"}))
        return [(n, *entries[n]) for n in sorted(entries) if text in entries[n][0]]

    def add(self, desk, term, translation):
        firm = self._as(desk, {"editor"})
        number = 1 + sum(1 for _ in self._back(Written))
        self._journal.append(Written(firm, number, term, translation))
        return number

    def change(self, desk, number, translation):
        self._journal.append(Changed(self._own(desk, number), number, translation))

    def remove(self, desk, number):
        self._journal.append(Removed(self._own(desk, number), number))

    def take_in(self, desk, person, role):
        firm = self._as(desk, {"editor"})
        if type(person) is not str or role not in ("reader", "editor"):
            raise ValueError("a person and a role, reader or editor")
        self._journal.append(Hired(firm, person, role))

    def let_go(self, desk, person):
        firm = self._as(desk, {"editor"})
        if type(person) is str:
            self._journal.append(Left(firm, person))
