"""Loan book: each change makes a new book, which is looked through as a whole
and takes the place of the old one only if all house rules hold in it.

Days may be typed a little differently (blanks around, one digit, digits of
another script); they are entered in the right form."""
import re
import unicodedata
from datetime import date
from itertools import groupby, pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple


class Loan(NamedTuple):
    work: str
    first: date
    last: date
    borrower: str
    number: int


def read_day(typed):
    if not isinstance(typed, str):
        raise ValueError("a day is a text")
    plain = unicodedata.normalize("NFKC", typed).strip()
    match re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        case None:
            raise ValueError(f"{typed!r} is no day")
        case found:
            return date(*map(int, found.groups()))


def rules(book):
    for loan in book.values():
        if loan.first.year < 2020 or loan.last.year > 2059:
            yield f"loan {loan.number} is outside of the years of the book"
        if (loan.last - loan.first).days not in range(6, 90):
            yield f"loan {loan.number} is too short or too long"
    in_order = sorted(book.values(), key=attrgetter("work", "first", "last"))
    for work, loans in groupby(in_order, attrgetter("work")):
        for before, after in pairwise(loans):
            if (after.first - before.last).days <= 60:
                yield f"{work} has no rest between {before.number} and {after.number}"


class Loans:
    def __init__(self, works):
        self.__works = tuple(works)
        self.__book = MappingProxyType({})
        self.__given = 0

    def __work(self, work):
        if work not in self.__works:
            raise KeyError(work)
        return work

    def __loan(self, number):
        try:
            return self.__book[number]
        except TypeError:
            raise KeyError(number) from None

    def __turn_page(self, loan):
        book = dict(self.__book)
        book[loan.number] = loan
        for complaint in rules(book):
            raise ValueError(complaint)
        self.__book = MappingProxyType(book)

    def lend(self, work, borrower, first, last):
        number = self.__given + 1
        self.__turn_page(Loan(self.__work(work), read_day(first), read_day(last), borrower, number))
        self.__given = number
        return number

    def move(self, number, first, last):
        loan = self.__loan(number)
        self.__turn_page(loan._replace(first=read_day(first), last=read_day(last)))

    def exchange(self, number, work):
        self.__turn_page(self.__loan(number)._replace(work=self.__work(work)))

    def cancel(self, number):
        gone = self.__loan(number)
        self.__book = MappingProxyType({n: l for n, l in self.__book.items() if l is not gone})

    def loans(self, work):
        self.__work(work)
        return [(loan.number, loan.borrower, f"{loan.first}", f"{loan.last}")
                for loan in sorted(self.__book.values(), key=attrgetter("first")) if loan.work == work]
