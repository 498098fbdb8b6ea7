"""A desk points at a contract, an object that comes into being when a person is taken in and ends when she is let go;
who comes back gets another contract. Everything is reached by way of the contract: there is no way to another firm."""
import secrets
from bisect import bisect_left
from weakref import WeakValueDictionary


class _Contract:
    def __init__(self, firm, role):
        self.firm, self.role, self.desks = firm, role, []

    def end(self):
        self.firm = self.role = None
        self.desks.clear()


class _Desk:
    """Lives as long as its contract holds it."""

    def __init__(self, contract):
        self.contract = contract


class _Firm:
    def __init__(self, people):
        self.contracts, self.numbers, self.rows = {}, [], []
        for person, role in people.items():
            self.take_in(person, role)

    def take_in(self, person, role):
        if type(person) is not str or role not in {"reader", "editor"}:
            raise ValueError((person, role))
        if person in self.contracts:
            self.contracts[person].role = role
        else:
            self.contracts[person] = _Contract(self, role)

    def let_go(self, person):
        if isinstance(person, str) and person in self.contracts:
            self.contracts.pop(person).end()

    def place(self, number):
        place = bisect_left(self.numbers, number) if type(number) is int else len(self.numbers)
        if place == len(self.numbers) or self.numbers[place] != number:
            raise PermissionError("no entry of this firm")
        return place


class WordLists:
    def __init__(self, staff):
        self._firms = {name: _Firm(people) for name, people in staff.items()}
        self._desks = WeakValueDictionary()
        self._count = 0

    def open(self, person, firm):
        try:
            contract = self._firms[firm].contracts[person]
        except (KeyError, TypeError):
            raise PermissionError(f"{person!r} does not work for {firm!r}") from None
        desk, name = _Desk(contract), secrets.token_urlsafe(18)
        contract.desks.append(desk)
        self._desks[name] = desk
        return name

    def _at(self, desk, *roles):
        contract = self._desks[desk].contract if isinstance(desk, str) and desk in self._desks else None
        if contract is None or contract.firm is None or contract.role not in roles:
            raise PermissionError("not at this desk")
        return contract.firm

    def find(self, desk, text):
        firm = self._at(desk, "reader", "editor")
        return [(number, *row) for number, row in zip(firm.numbers, firm.rows) if text in row[0]]

    def add(self, desk, term, translation):
        firm = self._at(desk, "editor")
        self._count += 1
        firm.numbers.append(self._count)
        firm.rows.append((term, translation))
        return self._count

    def change(self, desk, number, translation):
        firm = self._at(desk, "editor")
        place = firm.place(number)
        firm.rows[place] = (firm.rows[place][0], translation)

    def remove(self, desk, number):
        firm = self._at(desk, "editor")
        place = firm.place(number)
        del firm.numbers[place], firm.rows[place]

    def take_in(self, desk, person, role):
        self._at(desk, "editor").take_in(person, role)

    def let_go(self, desk, person):
        self._at(desk, "editor").let_go(person)
