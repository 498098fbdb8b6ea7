import itertools
import re
from types import MappingProxyType
from typing import NamedTuple

_TYPED = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")


class NoSuchDay(ValueError):
    """What has been typed is no day of the book."""


class HouseRule(ValueError):
    """The days break a rule of the house."""


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _calendar():
    for year in range(2020, 2060):
        for month, days in enumerate((31, 29 if _leap(year) else 28, 31, 30, 31, 30,
                                      31, 31, 30, 31, 30, 31), 1):
            for day in range(1, days + 1):
                yield "%04d-%02d-%02d" % (year, month, day)


_DAYS = tuple(_calendar())                      # every day of the book, in its order
_PLACE = {day: place for place, day in enumerate(_DAYS)}


def _place(typed):
    """The place of a day; blanks, digits of other scripts and missing zeros are put right."""
    match = isinstance(typed, str) and _TYPED.fullmatch(typed)
    if not match:
        raise NoSuchDay("no day: %r" % (typed,))
    try:
        return _PLACE["%04d-%02d-%02d" % tuple(int(part) for part in match.groups())]
    except KeyError:
        raise NoSuchDay("no day of the book: %r" % typed) from None


class _Loan(NamedTuple):
    begin: int
    end: int
    number: int
    borrower: str
    work: str


class Loans:
    """Each change makes a new book, which is checked as a whole and only then takes the old one's place."""

    def __init__(self, works):
        self._works = frozenset(works)
        self._numbers = 1
        self._book = MappingProxyType({})

    def _rows(self, book, work):
        return sorted(loan for loan in book.values() if loan.work == work)

    def _commit(self, loan):
        book = {**self._book, loan.number: loan}
        if not 7 <= loan.end - loan.begin + 1 <= 90:
            raise HouseRule("7 to 90 days")
        for one, two in itertools.pairwise(self._rows(book, loan.work)):
            if two.begin - one.end <= 60:
                raise HouseRule("60 days of rest")
        self._book = MappingProxyType(book)

    def _ours(self, work):
        if not isinstance(work, str) or work not in self._works:
            raise KeyError(work)
        return work

    def lend(self, work, borrower, first, last):
        number = self._numbers
        self._commit(_Loan(begin=_place(first), end=_place(last), number=number,
                           borrower=borrower, work=self._ours(work)))
        self._numbers += 1
        return number

    def move(self, number, first, last):
        loan = self._book[number]
        self._commit(loan._replace(begin=_place(first), end=_place(last)))

    def exchange(self, number, work):
        self._commit(self._book[number]._replace(work=self._ours(work)))

    def cancel(self, number):
        gone = self._book[number]
        self._book = MappingProxyType({n: one for n, one in self._book.items() if one is not gone})

    def loans(self, work):
        return [(one.number, one.borrower, _DAYS[one.begin], _DAYS[one.end])
                for one in self._rows(self._book, self._ours(work))]
