"""The word lists of the bureau's customers, in memory."""
import dataclasses
import itertools
import secrets


@dataclasses.dataclass
class _Firm:
    name: str
    roles: dict = dataclasses.field(default_factory=dict)       # person -> role, as of now
    entries: dict = dataclasses.field(default_factory=dict)     # number -> [term, translation]


@dataclasses.dataclass(frozen=True)
class _Desk:
    person: str
    firm: str


class WordLists:
    def __init__(self, staff):
        self._firms = {}
        for name, people in staff.items():
            self._firms[name] = _Firm(name, dict(people))
        self._numbers = itertools.count(1)
        self._desks = {}            # the random string -> whose desk it is
        self._key_of = {}           # the other way round, to close a desk

    def open(self, person, firm):
        if not (isinstance(person, str) and isinstance(firm, str)):
            raise PermissionError("who, and for whom?")
        if firm not in self._firms or person not in self._firms[firm].roles:
            raise PermissionError(f"{person} does not work for {firm}")
        desk = _Desk(person, firm)
        key = secrets.token_hex(16)
        self._desks[key] = desk
        self._key_of[desk] = key
        return key

    def _enter(self, key, *, as_editor):
        """The firm of an open desk. The role counts that the person has now."""
        desk = self._desks.get(key) if isinstance(key, str) else None
        if desk is None:
            raise PermissionError("no open desk")
        firm = self._firms[desk.firm]
        role = firm.roles.get(desk.person)
        if role != "editor" and (as_editor or role != "reader"):
            raise PermissionError(f"{desk.person} may not do this for {firm.name}")
        return firm

    @staticmethod
    def _check_entry(firm, number):
        if type(number) is not int or number not in firm.entries:
            raise PermissionError(f"{firm.name} has no entry {number!r}")

    def find(self, desk, text):
        firm = self._enter(desk, as_editor=False)
        return [(number, term, translation) for number, (term, translation) in sorted(firm.entries.items())
                if text in term]

    def add(self, desk, term, translation):
        firm = self._enter(desk, as_editor=True)
        number = next(self._numbers)
        firm.entries[number] = [term, translation]
        return number

    def change(self, desk, number, translation):
        firm = self._enter(desk, as_editor=True)
        self._check_entry(firm, number)
        firm.entries[number][1] = translation

    def remove(self, desk, number):
        firm = self._enter(desk, as_editor=True)
        self._check_entry(firm, number)
        del firm.entries[number]

    def take_in(self, desk, person, role):
        firm = self._enter(desk, as_editor=True)
        if not isinstance(person, str) or role not in ("reader", "editor"):
            raise ValueError("a person, and reader or editor")
        firm.roles[person] = role

    def let_go(self, desk, person):
        firm = self._enter(desk, as_editor=True)
        if not isinstance(person, str):
            return
        firm.roles.pop(person, None)
        # Closed for good: should she come back, she has to open a new desk.
        key = self._key_of.pop(_Desk(person, firm.name), None)
        self._desks.pop(key, None)
