from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise


@dataclass(frozen=True)
class Loan:
    work: str
    first: date
    last: date
    number: int
    borrower: str

    def check(self):
        if self.first < date(2020, 1, 1) or self.last > date(2059, 12, 31):
            raise ValueError("not in the years of the book")
        if (self.last - self.first).days not in range(6, 90):
            raise ValueError("a loan takes 7 to 90 days")


def as_day(typed):
    try:
        day = date.fromisoformat(typed)
    except TypeError as error:
        raise ValueError("a day is a text") from error
    if day.isoformat() != typed:
        raise ValueError("days are written like 2031-03-09")
    return day


class Loans:
    def __init__(self, works):
        self.works = frozenset(works)
        self.book = {}
        self.highest = 0

    def become(self, book):
        in_order = sorted(book.values(), key=lambda loan: (loan.work, loan.first, loan.number))
        for loan in in_order:
            loan.check()
        for _, row in groupby(in_order, key=lambda loan: loan.work):
            for one, other in pairwise(row):
                if other.first <= one.last + timedelta(days=60):
                    raise ValueError("a work is lent twice, or does not rest long enough")
        self.book = book

    def ours(self, work):
        if work not in self.works:
            raise KeyError(work)
        return work

    def lend(self, work, borrower, first, last):
        number = self.highest + 1
        self.become(self.book | {number: Loan(self.ours(work), as_day(first), as_day(last), number, borrower)})
        self.highest = number
        return number

    def move(self, number, first, last):
        self.become(self.book | {number: replace(self.book[number], first=as_day(first), last=as_day(last))})

    def exchange(self, number, work):
        self.become(self.book | {number: replace(self.book[number], work=self.ours(work))})

    def cancel(self, number):
        del self.book[number]

    def loans(self, work):
        self.ours(work)
        row = sorted((loan for loan in self.book.values() if loan.work == work), key=lambda loan: loan.first)
        return [(loan.number, loan.borrower, str(loan.first), str(loan.last)) for loan in row]
