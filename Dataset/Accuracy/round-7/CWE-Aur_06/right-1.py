import functools
import itertools
import logging
import secrets
from types import MappingProxyType

_log = logging.getLogger("wordlists")


def _seated(*roles):
    """Turn desk -> (firm record) for the method, if the person's present role is among these."""
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, desk, *args, **kwargs):
            match self._sessions.get(desk) if type(desk) is str else None:
                case (person, firm) if firm["people"].get(person) in roles:
                    return method(self, firm, *args, **kwargs)
            _log.info("refused: %s", method.__name__)
            raise PermissionError(method.__name__)
        return wrapper
    return decorate


class WordLists:
    ROLES = ("reader", "editor")

    def __init__(self, staff):
        self._firms = MappingProxyType({
            name: {"people": {**people}, "entries": {}, "desks": {}} for name, people in staff.items()})
        self._sessions = {}
        self._numbers = itertools.count(1)

    def open(self, person, firm):
        if not (isinstance(person, str) and isinstance(firm, str)):
            raise PermissionError("names are strings")
        try:
            record = self._firms[firm]
            record["people"][person]
        except KeyError as error:
            raise PermissionError(*error.args) from None
        desk = secrets.token_urlsafe()
        self._sessions[desk] = (person, record)
        record["desks"].setdefault(person, []).append(desk)
        return desk

    @_seated("reader", "editor")
    def find(self, firm, text):
        return list(filter(lambda row: text in row[1],
                           ((n, *pair) for n, pair in firm["entries"].items())))

    @_seated("editor")
    def add(self, firm, term, translation):
        number = next(self._numbers)
        firm["entries"][number] = [term, translation]
        return number

    @staticmethod
    def _pick(firm, number):
        if type(number) is not int or number not in firm["entries"]:
            raise PermissionError("not in this list")
        return firm["entries"][number]

    @_seated("editor")
    def change(self, firm, number, translation):
        self._pick(firm, number)[1] = translation

    @_seated("editor")
    def remove(self, firm, number):
        self._pick(firm, number)
        firm["entries"].pop(number)

    @_seated("editor")
    def take_in(self, firm, person, role):
        if not isinstance(person, str) or role not in self.ROLES:
            raise PermissionError("no such role")
        firm["people"].update({person: role})

    @_seated("editor")
    def let_go(self, firm, person):
        if not isinstance(person, str) or person not in firm["people"]:
            raise PermissionError("no such person here")
        del firm["people"][person]
        for desk in firm["desks"].pop(person, ()):
            self._sessions.pop(desk)
