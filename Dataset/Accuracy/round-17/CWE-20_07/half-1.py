import bisect
import re
from datetime import date, timedelta

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPENS = date(2020, 1, 1)
_CLOSES = date(2059, 12, 31)
_REST = timedelta(days=60)


def _day(text):
    """The day that is typed; ValueError for all that is none."""
    if not isinstance(text, str) or not _FORM.fullmatch(text):
        raise ValueError("not a day")
    day = date.fromisoformat(text)
    if not _OPENS <= day <= _CLOSES:
        raise ValueError("outside of the book")
    return day


def _time(first, last):
    first, last = _day(first), _day(last)
    if not 7 <= (last - first).days + 1 <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return first, last


class _Loan:
    def __init__(self, number, work, borrower, first, last):
        self.number = number
        self.work = work
        self.borrower = borrower
        self.first = first
        self.last = last


def _begin(loan):
    return loan.first


class Loans:
    def __init__(self, works):
        self._works = {work: [] for work in works}  # loans in the order of first days
        self._book = {}
        self._next = 1

    def _loans(self, work):
        if not isinstance(work, str) or work not in self._works:
            raise KeyError(work)
        return self._works[work]

    def _loan(self, number):
        if not isinstance(number, int) or number not in self._book:
            raise KeyError(number)
        return self._book[number]

    def _check(self, row, first, last, but=None):
        """The row is in order and its loans lie apart, so the neighbours of the place suffice."""
        place = bisect.bisect(row, first, key=_begin)
        for other in row[max(place - 1, 0):place + 1]:
            if other is but:
                continue
            # "rest" full days lie between the two
            if other.first - last <= _REST and first - other.last <= _REST:
                raise ValueError("too near to loan %d" % other.number)

    def lend(self, work, borrower, first, last):
        row = self._loans(work)
        first, last = _time(first, last)
        if not isinstance(borrower, str):
            raise ValueError("the borrower is a string")
        self._check(row, first, last)
        loan = _Loan(self._next, work, borrower, first, last)
        self._next += 1
        self._book[loan.number] = loan
        bisect.insort(row, loan, key=_begin)
        return loan.number

    def move(self, number, first, last):
        loan = self._loan(number)
        first, last = _time(first, last)
        row = self._works[loan.work]
        self._check(row, first, last, but=loan)
        row.remove(loan)
        loan.first, loan.last = first, last
        bisect.insort(row, loan, key=_begin)

    def exchange(self, number, work):
        loan = self._loan(number)
        row = self._loans(work)
        if work == loan.work:
            return
        self._check(row, loan.first, loan.last)
        self._works[loan.work].remove(loan)
        loan.work = work
        bisect.insort(row, loan, key=_begin)

    def cancel(self, number):
        loan = self._loan(number)
        self._works[loan.work].remove(loan)
        del self._book[number]

    def loans(self, work):
        return [(loan.number, loan.borrower, loan.first.isoformat(), loan.last.isoformat())
                for loan in self._loans(work)]
