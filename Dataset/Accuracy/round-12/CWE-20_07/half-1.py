"""Loan book for works on paper."""
import re
from dataclasses import dataclass
from datetime import date, timedelta

SHORTEST, LONGEST, REST = 7, 90, 60
BOOK_FROM, BOOK_TO = date(2020, 1, 1), date(2059, 12, 31)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Loan:
    """The stay of a work at a borrower; both days count."""
    borrower: str
    first: date
    last: date

    def rests_from(self, other):
        gap = timedelta(days=REST)
        return self.last + gap < other.first or other.last + gap < self.first


def _day(text):
    if not isinstance(text, str) or not DAY.fullmatch(text):
        raise ValueError(f"not a day: {text!r}")
    day = date.fromisoformat(text)          # ValueError for 30 February
    if not BOOK_FROM <= day <= BOOK_TO:
        raise ValueError(f"the book does not cover {text}")
    return day


def _loan(borrower, first, last):
    first, last = _day(first), _day(last)
    days = (last - first).days + 1
    if not SHORTEST <= days <= LONGEST:
        raise ValueError(f"a loan takes {SHORTEST} to {LONGEST} days, not {days}")
    return Loan(borrower, first, last)


class Loans:
    def __init__(self, works):
        self._works = {work: {} for work in works}      # work -> {number: Loan}
        self._work_of = {}                              # number -> work
        self._next = 1

    def _check(self, work, loan, instead_of=None):
        """The loan must lie apart from all of the work, itself left out."""
        for other in self._works[work].values():
            if other != instead_of and not loan.rests_from(other):
                raise ValueError(f"{work} is lent or at rest then")

    def lend(self, work, borrower, first, last):
        loans = self._works[work]
        loan = _loan(borrower, first, last)
        self._check(work, loan)
        number = self._next
        loans[number] = loan
        self._work_of[number] = work
        self._next += 1
        return number

    def move(self, number, first, last):
        work = self._work_of[number]
        old = self._works[work][number]
        new = _loan(old.borrower, first, last)
        self._check(work, new, instead_of=old)
        self._works[work][number] = new

    def exchange(self, number, work):
        before = self._work_of[number]
        loan = self._works[before][number]
        self._works[work]                               # KeyError if not ours
        self._check(work, loan, instead_of=loan)
        del self._works[before][number]
        self._works[work][number] = loan
        self._work_of[number] = work

    def cancel(self, number):
        work = self._work_of.pop(number)
        del self._works[work][number]

    def loans(self, work):
        entries = sorted(self._works[work].items(), key=lambda entry: entry[1].first)
        return [(number, loan.borrower, loan.first.isoformat(), loan.last.isoformat())
                for number, loan in entries]
