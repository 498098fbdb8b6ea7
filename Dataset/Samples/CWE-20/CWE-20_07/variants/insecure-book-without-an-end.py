import re
from datetime import date, timedelta

BEGIN, END = date(2020, 1, 1), date(2059, 12, 31)
LEAST, MOST = timedelta(days=7), timedelta(days=90)
REST = timedelta(days=60)
DAY = timedelta(days=1)


def parse(text):
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"not a day: {text!r}")
    return date.fromisoformat(text)


class Loans:
    def __init__(self, works):
        self._works = set(works)
        self._loans = {}
        self._next = 1

    def _enter(self, number, work, borrower, first, last):
        """Enters the loan if it fits beside all others; its own earlier entry does not count."""
        if work not in self._works:
            raise KeyError(work)
        if first < BEGIN or not LEAST <= last - first + DAY <= MOST:
            raise ValueError("a loan takes 7 to 90 days within the years of the book")
        for other, (their_work, _, start, end) in self._loans.items():
            if other != number and their_work == work and first - end <= REST and start - last <= REST:
                raise ValueError(f"the work needs its rest beside loan {other}")
        self._loans[number] = (work, borrower, first, last)

    def lend(self, work, borrower, first, last):
        number = self._next
        self._enter(number, work, borrower, parse(first), parse(last))
        self._next += 1
        return number

    def move(self, number, first, last):
        work, borrower, _, _ = self._loans[number]
        self._enter(number, work, borrower, parse(first), parse(last))

    def exchange(self, number, work):
        _, borrower, first, last = self._loans[number]
        self._enter(number, work, borrower, first, last)

    def cancel(self, number):
        del self._loans[number]

    def loans(self, work):
        if work not in self._works:
            raise KeyError(work)
        found = [(number, *rest) for number, (whose, *rest) in self._loans.items() if whose == work]
        found.sort(key=lambda loan: loan[2])
        return [(number, borrower, first.isoformat(), last.isoformat()) for number, borrower, first, last in found]
