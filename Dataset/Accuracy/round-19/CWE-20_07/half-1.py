"""Loan book for works on paper."""
import datetime
import re

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST = datetime.date(2020, 1, 1)
_LAST = datetime.date(2059, 12, 31)
_REST = 60


def _day(value):
    """A typed day as a date; ValueError if it is none."""
    if not isinstance(value, str) or not _FORM.fullmatch(value):
        raise ValueError("not a day in the form YYYY-MM-DD: %r" % (value,))
    day = datetime.date(int(value[:4]), int(value[5:7]), int(value[8:]))
    if not _FIRST <= day <= _LAST:
        raise ValueError("the book does not cover %s" % value)
    return day


def _time(first, last):
    first, last = _day(first), _day(last)
    days = (last - first).days + 1
    if not 7 <= days <= 90:
        raise ValueError("a loan takes 7 to 90 days")
    return first, last


class Loans:
    def __init__(self, works):
        # per work: its loans, [first, last, number, borrower], sorted by first day
        self._works = {work: [] for work in works}
        self._loans = {}    # number -> (work, entry)
        self._next = 1

    def _check(self, work, first, last, without=None):
        """The work must be at home, rested, before and after."""
        before = after = None
        for entry in self._works[work]:
            if entry is without:
                continue
            if entry[0] <= first:
                before = entry
            elif after is None:
                after = entry
        if before is not None and (first - before[1]).days <= _REST:
            raise ValueError("the work has not rested since loan %d" % before[2])
        if after is not None and (after[0] - last).days <= _REST:
            raise ValueError("the work would not rest before loan %d" % after[2])

    def _put(self, work, entry):
        row = self._works[work]
        at = len(row)
        while at and row[at - 1][0] > entry[0]:
            at -= 1
        row.insert(at, entry)
        self._loans[entry[2]] = (work, entry)

    def lend(self, work, borrower, first, last):
        if work not in self._works:
            raise KeyError(work)
        first, last = _time(first, last)
        self._check(work, first, last)
        number = self._next
        self._next += 1
        self._put(work, [first, last, number, borrower])
        return number

    def move(self, number, first, last):
        work, entry = self._loans[number]
        first, last = _time(first, last)
        self._check(work, first, last, without=entry)
        entry[0], entry[1] = first, last

    def exchange(self, number, work):
        old, entry = self._loans[number]
        if work not in self._works:
            raise KeyError(work)
        if work == old:
            return
        self._check(work, entry[0], entry[1])
        self._works[old].remove(entry)
        self._put(work, entry)

    def cancel(self, number):
        work, entry = self._loans.pop(number)
        self._works[work].remove(entry)

    def loans(self, work):
        return [
            (number, borrower, first.isoformat(), last.isoformat())
            for first, last, number, borrower in sorted(self._works[work], key=lambda e: e[0])
        ]
