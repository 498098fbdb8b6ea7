import re
from datetime import date

FORM = re.compile(r"^(20[2-5]\d)-(\d\d)-(\d\d)$")


class Loans:
    def __init__(self, works):
        self.books = {work: [] for work in works}
        self.numbers = 0

    def days(self, *texts):
        found = []
        for text in texts:
            match = FORM.match(text)
            if match is None:
                raise ValueError("please write days as 2031-03-09")
            found.append(date(*map(int, match.groups())).toordinal())
        if not 7 <= found[1] - found[0] + 1 <= 90:
            raise ValueError("7 to 90 days")
        return found

    def is_free(self, work, start, end, number):
        for loan in self.books[work]:
            begin, finish = self.days(*loan[2:])
            if loan[0] != number and start - finish <= 60 and begin - end <= 60:
                return False
        return True

    def find(self, number):
        for work, loans in self.books.items():
            for loan in loans:
                if loan[0] == number:
                    return work, loan
        raise KeyError(number)

    def lend(self, work, borrower, first, last):
        if not self.is_free(work, *self.days(first, last), None):
            raise ValueError("the work rests")
        self.numbers += 1
        self.books[work].append((self.numbers, borrower, first, last))
        return self.numbers

    def move(self, number, first, last):
        work, loan = self.find(number)
        if not self.is_free(work, *self.days(first, last), number):
            raise ValueError("the work rests")
        self.books[work].remove(loan)
        self.books[work].append((number, loan[1], first, last))

    def exchange(self, number, work):
        before, loan = self.find(number)
        if not self.is_free(work, *self.days(*loan[2:]), number):
            raise ValueError("the work rests")
        self.books[before].remove(loan)
        self.books[work].append(loan)

    def cancel(self, number):
        work, loan = self.find(number)
        self.books[work].remove(loan)

    def loans(self, work):
        return sorted(self.books[work], key=lambda loan: loan[2])
