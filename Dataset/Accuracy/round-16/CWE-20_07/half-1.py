"""Loan book for works on paper."""
from datetime import date

BOOK_FIRST, BOOK_LAST = date(2020, 1, 1), date(2059, 12, 31)
SHORTEST, LONGEST, REST = 7, 90, 60


def _day(text):
    """The calendar day behind ten typed characters, or ValueError."""
    if not isinstance(text, str) or len(text) != 10 or not text.isascii():
        raise ValueError("a day is written as 2031-03-09")
    day = date.fromisoformat(text)          # ValueError for what is no day
    if not BOOK_FIRST <= day <= BOOK_LAST:
        raise ValueError("outside of the years of this book")
    return day


class Loans:
    def __init__(self, works):
        self._works = set(works)
        self._book = {}                      # number -> (work, borrower, first, last)
        self._next = 1

    def _known(self, work):
        if work not in self._works:
            raise KeyError(work)

    def _check(self, work, first, last, skip=None):
        begin, end = _day(first), _day(last)
        if not SHORTEST <= (end - begin).days + 1 <= LONGEST:
            raise ValueError("a loan takes 7 to 90 days")
        for number, (other, _, ofirst, olast) in self._book.items():
            if other != work or number == skip:
                continue
            if (begin - _day(olast)).days <= REST and (_day(ofirst) - end).days <= REST:
                raise ValueError("the work has to rest")

    def lend(self, work, borrower, first, last):
        self._known(work)
        if not isinstance(borrower, str):
            raise ValueError("the borrower is a text")
        self._check(work, first, last)
        number = self._next
        self._book[number] = (work, borrower, first, last)
        self._next += 1
        return number

    def move(self, number, first, last):
        work, borrower, _, _ = self._book[number]
        self._check(work, first, last, number)
        self._book[number] = (work, borrower, first, last)

    def exchange(self, number, work):
        _, borrower, first, last = self._book[number]
        self._known(work)
        self._check(work, first, last, number)
        self._book[number] = (work, borrower, first, last)

    def cancel(self, number):
        del self._book[number]

    def loans(self, work):
        self._known(work)
        return sorted(((n, b, f, l) for n, (w, b, f, l) in self._book.items() if w == work),
                      key=lambda loan: _day(loan[2]))
