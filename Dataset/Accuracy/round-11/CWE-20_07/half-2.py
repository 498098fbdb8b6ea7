"""Loan book for works on paper.

The loans of each work lie in a list in the order of their first days, so that a new loan
only has to be compared with its two neighbours.
"""
import re
from bisect import bisect_left
from datetime import date

_FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_REST = 60


def _day(text):
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"not a day: {text!r}")
    day = date(*map(int, match.groups()))
    if not 2020 <= day.year <= 2059:
        raise ValueError(f"{text} is outside the book")
    return day


def _span(first, last):
    first, last = _day(first), _day(last)
    if not 7 <= (last - first).days + 1 <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return first, last


class _Loan:
    __slots__ = ("number", "work", "borrower", "first", "last")

    def __init__(self, number, work, borrower, first, last):
        self.number, self.work, self.borrower = number, work, borrower
        self.first, self.last = first, last


class Loans:
    def __init__(self, works):
        self._shelf = {work: [] for work in works}
        self._book = {}
        self._count = 0

    def _row(self, work):
        try:
            return self._shelf[work]
        except TypeError:
            raise KeyError(work) from None

    def _loan(self, number):
        try:
            return self._book[number]
        except TypeError:
            raise KeyError(number) from None

    def _place(self, row, first, last, moved=None):
        """Where in the row a loan of these days belongs; ValueError if it is too near to a neighbour."""
        others = [loan for loan in row if loan is not moved]
        place = bisect_left(others, first, key=lambda loan: loan.first)
        if place > 0 and (first - others[place - 1].last).days <= _REST:
            raise ValueError("the work still rests then")
        if place < len(others) and (others[place].first - last).days <= _REST:
            raise ValueError("the work has to rest before its next loan")
        return place

    def lend(self, work, borrower, first, last):
        row = self._row(work)
        first, last = _span(first, last)
        place = self._place(row, first, last)
        self._count += 1
        loan = _Loan(self._count, work, borrower, first, last)
        row.insert(place, loan)
        self._book[loan.number] = loan
        return loan.number

    def move(self, number, first, last):
        loan = self._loan(number)
        first, last = _span(first, last)
        self._place(self._row(loan.work), first, last, moved=loan)
        loan.first, loan.last = first, last

    def exchange(self, number, work):
        loan = self._loan(number)
        row = self._row(work)
        if work == loan.work:
            return
        place = self._place(row, loan.first, loan.last)
        self._row(loan.work).remove(loan)
        row.insert(place, loan)
        loan.work = work

    def cancel(self, number):
        loan = self._loan(number)
        self._row(loan.work).remove(loan)
        del self._book[number]

    def loans(self, work):
        return [(loan.number, loan.borrower, loan.first.isoformat(), loan.last.isoformat())
                for loan in sorted(self._row(work), key=lambda loan: loan.first)]
