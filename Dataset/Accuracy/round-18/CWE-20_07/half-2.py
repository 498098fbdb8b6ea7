import bisect
import re
from datetime import date, timedelta

FORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
REST = timedelta(days=60)


def _day(text):
    match = FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(f"not a day: {text!r}")
    day = date(*map(int, match.groups()))
    if not 2020 <= day.year <= 2059:
        raise ValueError("the book covers 2020 to 2059")
    return day


def _days(first, last):
    first, last = _day(first), _day(last)
    if not 7 <= (last - first).days + 1 <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return first, last


class Loans:
    def __init__(self, works):
        self._shelf = {work: [] for work in works}    # (first, last, number), sorted
        self._book = {}                               # number: (work, borrower, first, last)
        self._count = 0

    def _check(self, work, first, last, number=None):
        """Room for a loan? The loans of a work do not overlap, so its neighbours tell."""
        row = self._shelf[work]
        place = bisect.bisect(row, (first, last, 0))
        for begin, end, other in row[max(place - 1, 0):place + 1]:
            if other == number:
                continue
            if first - end <= REST and begin - last <= REST:
                raise ValueError(f"loan {other} is too near")

    def _enter(self, number, work, borrower, first, last):
        bisect.insort(self._shelf[work], (first, last, number))
        self._book[number] = (work, borrower, first, last)

    def _strike(self, number):
        work, borrower, first, last = self._book.pop(number)
        self._shelf[work].remove((first, last, number))

    def lend(self, work, borrower, first, last):
        self._shelf[work]
        first, last = _days(first, last)
        self._check(work, first, last)
        self._count += 1
        self._enter(self._count, work, borrower, first, last)
        return self._count

    def move(self, number, first, last):
        work, borrower, *_ = self._book[number]
        first, last = _days(first, last)
        self._check(work, first, last, number)
        self._strike(number)
        self._enter(number, work, borrower, first, last)

    def exchange(self, number, work):
        old, borrower, first, last = self._book[number]
        self._shelf[work]
        if work == old:
            return
        self._check(work, first, last)
        self._strike(number)
        self._enter(number, work, borrower, first, last)

    def cancel(self, number):
        self._strike(number)

    def loans(self, work):
        return [(number, self._book[number][1], first.isoformat(), last.isoformat())
                for first, last, number in self._shelf[work]]
