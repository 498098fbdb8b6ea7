"""Loan book for works on paper."""
from datetime import date, timedelta

FIRST_DAY = date(2020, 1, 1)
LAST_DAY = date(2059, 12, 31)
REST = timedelta(days=60)


def parse_day(text):
    """The date that is meant by a text such as "2031-03-09"; ValueError if it is none."""
    if not isinstance(text, str):
        raise ValueError("a day is a text")
    # digits of other scripts, blanks, tabs and line breaks are all things that int() would take
    if not text.isascii() or any(c.isspace() or c == "_" for c in text):
        raise ValueError(f"not a day: {text!r}")
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2]:
        raise ValueError(f"not of the form 2031-03-09: {text!r}")
    year, month, day = (int(part) for part in parts)
    found = date(year, month, day)
    if not FIRST_DAY <= found <= LAST_DAY:
        raise ValueError(f"{text} is not in the years of the book")
    return found


class Loans:
    def __init__(self, works):
        self._works = list(works)
        self._book = {}             # number: (work, borrower, first, last), days as texts
        self._next = 1

    def _own(self, work):
        if work not in self._works:
            raise KeyError(work)

    def _loan(self, number):
        if not isinstance(number, int) or number not in self._book:
            raise KeyError(number)
        return self._book[number]

    def _check(self, number, work, first, last):
        begin, end = parse_day(first), parse_day(last)
        if not 7 <= (end - begin).days + 1 <= 90:
            raise ValueError("a loan takes 7 to 90 days")
        for other, (its_work, _, its_first, its_last) in self._book.items():
            if other == number or its_work != work:
                continue
            if not (begin - parse_day(its_last) > REST or parse_day(its_first) - end > REST):
                raise ValueError(f"too close to loan {other}")

    def lend(self, work, borrower, first, last):
        self._own(work)
        self._check(None, work, first, last)
        number = self._next
        self._next += 1
        self._book[number] = (work, borrower, first, last)
        return number

    def move(self, number, first, last):
        work, borrower, _, _ = self._loan(number)
        self._check(number, work, first, last)
        self._book[number] = (work, borrower, first, last)

    def exchange(self, number, work):
        _, borrower, first, last = self._loan(number)
        self._own(work)
        self._check(number, work, first, last)
        self._book[number] = (work, borrower, first, last)

    def cancel(self, number):
        self._loan(number)
        del self._book[number]

    def loans(self, work):
        self._own(work)
        found = [(number, borrower, first, last)
                 for number, (its_work, borrower, first, last) in self._book.items() if its_work == work]
        return sorted(found, key=lambda loan: parse_day(loan[2]))
