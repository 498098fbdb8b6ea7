"""Loan book for works on paper."""
from datetime import date

MIN_DAYS, MAX_DAYS, REST_DAYS = 7, 90, 60
YEARS = range(2020, 2060)


def parse_day(text):
    """The day that ten characters stand for, or ValueError.

    Ten characters exactly, so that neither 20310309 nor 2031-3-9 gets
    through, and ASCII only, so that no other script does.
    """
    if not isinstance(text, str) or len(text) != 10 or not text.isascii():
        raise ValueError(f"a day has ten characters, such as 2031-03-09: {text!r}")
    day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(f"not within the book: {text}")
    return day


class _Entry:
    __slots__ = ("number", "work", "borrower", "first", "last", "days")

    def __init__(self, number, work, borrower):
        self.number, self.work, self.borrower = number, work, borrower

    def put(self, first, last, days):
        self.first, self.last, self.days = first, last, days


class Loans:
    def __init__(self, works):
        self._works = frozenset(works)
        self._entries = {}
        self._count = 0

    def _known(self, work):
        if work not in self._works:
            raise KeyError(work)

    def _period(self, first, last):
        begin, end = parse_day(first), parse_day(last)
        if not MIN_DAYS <= (end - begin).days + 1 <= MAX_DAYS:
            raise ValueError(f"{first} to {last} is not {MIN_DAYS} to {MAX_DAYS} days")
        return begin.toordinal(), end.toordinal()

    def _free(self, work, days, but=None):
        begin, end = days
        for entry in self._entries.values():
            if entry.work != work or entry.number == but:
                continue
            other_begin, other_end = entry.days
            if begin - other_end <= REST_DAYS and other_begin - end <= REST_DAYS:
                raise ValueError(f"too near to loan {entry.number} of {work}")

    def lend(self, work, borrower, first, last):
        self._known(work)
        days = self._period(first, last)
        self._free(work, days)
        self._count += 1
        entry = _Entry(self._count, work, borrower)
        entry.put(first, last, days)
        self._entries[entry.number] = entry
        return entry.number

    def move(self, number, first, last):
        entry = self._entries[number]
        days = self._period(first, last)
        self._free(entry.work, days, but=number)
        entry.put(first, last, days)

    def exchange(self, number, work):
        entry = self._entries[number]
        self._known(work)
        self._free(work, entry.days, but=number)
        entry.work = work

    def cancel(self, number):
        del self._entries[number]

    def loans(self, work):
        self._known(work)
        mine = [entry for entry in self._entries.values() if entry.work == work]
        mine.sort(key=lambda entry: entry.days)
        return [(e.number, e.borrower, e.first, e.last) for e in mine]
