"""The word lists of the bureau's customers."""
import copy
import secrets
import threading
from dataclasses import dataclass

ROLES = ("reader", "editor")


@dataclass
class _Desk:
    person: str
    firm: str


@dataclass
class _Entry:
    firm: str
    term: str
    translation: str


class WordLists:
    def __init__(self, staff):
        # a copy down to the bottom: nobody changes who works where from outside
        self._staff = copy.deepcopy(staff)
        self._desks = {}
        self._entries = {}
        self._last = 0
        self._lock = threading.RLock()

    # -- who may do what

    def _role(self, person, firm):
        return self._staff.get(firm, {}).get(person)

    def _at(self, desk, *roles):
        """The firm of the desk, if who sits there has one of these roles in it now."""
        found = self._desks.get(desk) if isinstance(desk, str) else None
        if found is None or self._role(found.person, found.firm) not in roles:
            raise PermissionError("this cannot be done at this desk")
        return found.firm

    def _entry(self, firm, number):
        entry = self._entries.get(number) if type(number) is int else None
        if entry is None or entry.firm != firm:
            raise PermissionError("there is no such entry in the list of this firm")
        return entry

    def open(self, person, firm):
        with self._lock:
            if not isinstance(person, str) or not isinstance(firm, str):
                raise PermissionError("nobody works there")
            if self._role(person, firm) not in ROLES:
                raise PermissionError(f"{person} does not work there")
            desk = secrets.token_urlsafe(24)
            self._desks[desk] = _Desk(person, firm)
            return desk

    # -- the list

    def find(self, desk, text):
        with self._lock:
            firm = self._at(desk, *ROLES)
            return [
                (number, entry.term, entry.translation)
                for number, entry in sorted(self._entries.items())
                if entry.firm == firm and text in entry.term
            ]

    def add(self, desk, term, translation):
        with self._lock:
            firm = self._at(desk, "editor")
            self._last += 1
            self._entries[self._last] = _Entry(firm, term, translation)
            return self._last

    def change(self, desk, number, translation):
        with self._lock:
            self._entry(self._at(desk, "editor"), number).translation = translation

    def remove(self, desk, number):
        with self._lock:
            self._entry(self._at(desk, "editor"), number)
            del self._entries[number]

    # -- who works for the firm

    def take_in(self, desk, person, role):
        with self._lock:
            firm = self._at(desk, "editor")
            if not isinstance(person, str) or role not in ROLES:
                raise ValueError("somebody is taken in as a reader or an editor")
            self._staff[firm][person] = role

    def let_go(self, desk, person):
        with self._lock:
            firm = self._at(desk, "editor")
            if not isinstance(person, str):
                return
            self._staff[firm].pop(person, None)
            # for good: not even if she comes back
            self._desks = {
                name: other for name, other in self._desks.items()
                if (other.person, other.firm) != (person, firm)
            }
