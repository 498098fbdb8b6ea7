import enum
import functools
import secrets
import threading
from dataclasses import dataclass, field


class Role(enum.IntEnum):
    reader = 1
    editor = 2


@dataclass(eq=False)
class Job:
    """One spell of one person at one firm; a new spell is a new Job."""
    role: Role
    ended: bool = False


@dataclass(eq=False)
class Firm:
    jobs: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)


def at_desk(least):
    """The decorated method gets the firm of the desk instead of the desk."""
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, desk, *args, **kwargs):
            with self._lock:
                job, firm = self._desks.get(desk, (None, None)) if type(desk) is str else (None, None)
                if job is None or job.ended or job.role < least:
                    raise PermissionError(method.__name__)
                return method(self, firm, *args, **kwargs)
        return wrapper
    return decorate


class WordLists:
    def __init__(self, staff):
        self._lock = threading.RLock()
        self._firms = {name: Firm({person: Job(Role[role]) for person, role in people.items()})
                       for name, people in staff.items()}
        self._desks = {}
        self._count = 0

    def open(self, person, firm):
        with self._lock:
            try:
                place = self._firms[firm]
                job = place.jobs[person]
            except (KeyError, TypeError):
                raise PermissionError("open") from None
            desk = secrets.token_hex(20)
            self._desks[desk] = job, place
            return desk

    @at_desk(Role.reader)
    def find(self, firm, text):
        return sorted((number, *words) for number, words in firm.words.items() if text in words[0])

    @at_desk(Role.editor)
    def add(self, firm, term, translation):
        words = self._text(term), self._text(translation)
        self._count += 1
        firm.words[self._count] = words
        return self._count

    @at_desk(Role.editor)
    def change(self, firm, number, translation):
        term, _ = firm.words[self._number(firm, number)]
        firm.words[number] = term, self._text(translation)

    @at_desk(Role.editor)
    def remove(self, firm, number):
        firm.words.pop(self._number(firm, number))

    @at_desk(Role.editor)
    def take_in(self, firm, person, role):
        if self._text(role) not in Role.__members__:
            raise ValueError(role)
        firm.jobs.setdefault(self._text(person), Job(Role.reader)).role = Role[role]

    @at_desk(Role.editor)
    def let_go(self, firm, person):
        job = firm.jobs.pop(self._text(person), None)
        if job is not None:
            job.ended = True

    @staticmethod
    def _text(value):
        if type(value) is not str:
            raise TypeError("a string, please")
        return value

    @staticmethod
    def _number(firm, number):
        if type(number) is not int or number not in firm.words:
            raise PermissionError("no entry of this firm")
        return number
