"""Loan book: every change makes a whole new page, which is proof-read before it becomes the book."""
import calendar
import datetime
import itertools
import re
from types import MappingProxyType
from typing import NamedTuple


class HouseRule(ValueError):
    """A call that the rules of the house do not allow."""


class Entry(NamedTuple):
    work: object
    borrower: str
    first: int          # days as ordinals
    last: int


_SPAN = range(datetime.date(2020, 1, 1).toordinal(), datetime.date(2059, 12, 31).toordinal() + 1)


def _read(text):
    """Forgiving: blanks around, missing zeroes and digits of other scripts still mean one day."""
    parts = re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", text) if isinstance(text, str) else None
    if parts is None:
        raise HouseRule("not a day")
    year, month, day = (int(part) for part in parts.groups())
    if not 2020 <= year <= 2059 or not 1 <= month <= 12:
        raise HouseRule("not a day of this book")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise HouseRule("not a day of the calendar")
    return datetime.date(year, month, day).toordinal()


def _write(ordinal):
    return datetime.date.fromordinal(ordinal).isoformat()


def _proofread(page):
    by_work = {}
    for entry in page.values():
        if entry.first not in _SPAN or entry.last not in _SPAN:
            raise HouseRule("outside of the book")
        if entry.last - entry.first + 1 not in range(7, 91):
            raise HouseRule("7 to 90 days")
        by_work.setdefault(entry.work, []).append((entry.first, entry.last))
    for stays in by_work.values():
        stays.sort()
        for (_, gone), (comes, _) in itertools.pairwise(stays):
            if comes - gone - 1 < 60:
                raise HouseRule("60 days of rest")
    return MappingProxyType(page)


class Loans:
    def __init__(self, works):
        self.__works = frozenset(works)
        self.__page = MappingProxyType({})
        self.__given = 0

    def __ours(self, work):
        try:
            if work in self.__works:
                return work
        except TypeError:
            pass
        raise KeyError(work)

    def __change(self, number, entry):
        self.__page = _proofread({**self.__page, number: entry})

    def lend(self, work, borrower, first, last):
        self.__ours(work)
        if not isinstance(borrower, str):
            raise HouseRule("the borrower is a string")
        number = self.__given + 1
        self.__change(number, Entry(work, borrower, _read(first), _read(last)))
        self.__given = number
        return number

    def move(self, number, first, last):
        self.__change(number, self.__page[number]._replace(first=_read(first), last=_read(last)))

    def exchange(self, number, work):
        self.__change(number, self.__page[number]._replace(work=self.__ours(work)))

    def cancel(self, number):
        page = dict(self.__page)
        del page[number]
        self.__page = _proofread(page)

    def loans(self, work):
        self.__ours(work)
        mine = [(e.first, n, e) for n, e in self.__page.items() if e.work == work]
        return [(n, e.borrower, _write(e.first), _write(e.last)) for _, n, e in sorted(mine)]
