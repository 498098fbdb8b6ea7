"""Loan book for works on paper: per work a list, searched by bisection."""
import re
from bisect import bisect_right, insort
from datetime import date, timedelta

FIRST, LAST = date(2020, 1, 1), date(2059, 12, 31)
REST = timedelta(days=60)
FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _day(text):
    found = FORM.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError("a day is written as 2031-03-09")
    day = date(*map(int, found.groups()))
    if not FIRST <= day <= LAST:
        raise ValueError("the book does not cover this day")
    return day


def _span(first, last):
    first, last = _day(first), _day(last)
    if not 7 <= (last - first).days + 1 <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return first, last


class _Loan:
    def __init__(self, number, work, borrower, first, last):
        self.number, self.work, self.borrower = number, work, borrower
        self.first, self.last = first, last


def _first(loan):
    return loan.first


class Loans:
    def __init__(self, works):
        self._shelf = {work: [] for work in works}     # in the order of their first days
        self._numbers = {}
        self._count = 0

    def _room(self, work, first, last, without=None):
        """ValueError unless the work is free, with its rest before and behind."""
        others = [loan for loan in self._shelf[work] if loan is not without]
        at = bisect_right(others, first, key=_first)
        if at and first - others[at - 1].last <= REST:
            raise ValueError("too soon after the loan before")
        if at < len(others) and others[at].first - last <= REST:
            raise ValueError("too late before the next loan")

    def lend(self, work, borrower, first, last):
        self._shelf[work]
        if not isinstance(borrower, str):
            raise ValueError("the borrower is a text")
        first, last = _span(first, last)
        self._room(work, first, last)
        self._count += 1
        loan = _Loan(self._count, work, borrower, first, last)
        insort(self._shelf[work], loan, key=_first)
        self._numbers[loan.number] = loan
        return loan.number

    def move(self, number, first, last):
        loan = self._numbers[number]
        first, last = _span(first, last)
        self._room(loan.work, first, last, without=loan)
        loan.first, loan.last = first, last

    def exchange(self, number, work):
        loan = self._numbers[number]
        self._shelf[work]
        self._room(work, loan.first, loan.last, without=loan)
        self._shelf[loan.work].remove(loan)
        insort(self._shelf[work], loan, key=_first)
        loan.work = work

    def cancel(self, number):
        loan = self._numbers.pop(number)
        self._shelf[loan.work].remove(loan)

    def loans(self, work):
        return [(l.number, l.borrower, l.first.isoformat(), l.last.isoformat())
                for l in sorted(self._shelf[work], key=_first)]
