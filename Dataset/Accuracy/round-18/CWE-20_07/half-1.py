from datetime import date, timedelta

FIRST, LAST = date(2020, 1, 1), date(2059, 12, 31)
REST = timedelta(days=60)


def _day(text):
    """The day that a curator has typed, or a ValueError."""
    # fromisoformat knows the calendar, but also the form without dashes
    if not isinstance(text, str) or not text.isascii() or len(text) != 10 or text[4] != "-":
        raise ValueError(f"not a day: {text!r}")
    day = date.fromisoformat(text)
    if not FIRST <= day <= LAST:
        raise ValueError(f"not in the years of the book: {text}")
    return day


class _Loan:
    def __init__(self, number, work, borrower, first, last):
        self.number, self.work, self.borrower = number, work, borrower
        self.put(first, last)

    def put(self, first, last):
        self.first, self.last = first, last
        self.begin, self.end = _day(first), _day(last)


class Loans:
    def __init__(self, works):
        self._works = set(works)
        self._book = {}
        self._next = 1

    def _work(self, work):
        if work not in self._works:
            raise KeyError(work)

    def _check(self, work, first, last, but=None):
        begin, end = _day(first), _day(last)
        if not 7 <= (end - begin).days + 1 <= 90:
            raise ValueError("a loan takes 7 to 90 days")
        for loan in self._book.values():
            if loan.work == work and loan.number != but:
                if not (end + REST < loan.begin or loan.end + REST < begin):
                    raise ValueError(f"too close to loan {loan.number}")

    def lend(self, work, borrower, first, last):
        self._work(work)
        self._check(work, first, last)
        number = self._next
        self._book[number] = _Loan(number, work, borrower, first, last)
        self._next += 1
        return number

    def move(self, number, first, last):
        loan = self._book[number]
        self._check(loan.work, first, last, but=loan.number)
        loan.put(first, last)

    def exchange(self, number, work):
        loan = self._book[number]
        self._work(work)
        self._check(work, loan.first, loan.last, but=loan.number)
        loan.work = work

    def cancel(self, number):
        del self._book[number]

    def loans(self, work):
        self._work(work)
        found = sorted((l for l in self._book.values() if l.work == work), key=lambda l: l.begin)
        return [(l.number, l.borrower, l.first, l.last) for l in found]
