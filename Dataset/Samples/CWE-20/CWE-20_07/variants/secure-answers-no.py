import re
from datetime import date


def number_of(day):
    """The day counted from the beginning of the book, or None if it is no day of the book."""
    if type(day) is not str or not re.fullmatch("20[2-5][0-9]-[01][0-9]-[0-3][0-9]", day):
        return None
    try:
        return (date.fromisoformat(day) - date(2020, 1, 1)).days
    except ValueError:
        return None


class Loans:
    """What the house rules do not allow is answered with False, and nothing happens."""

    def __init__(self, works):
        self.rows = [[work, []] for work in works]
        self.given = 0

    def row(self, work):
        for ours, loans in self.rows:
            if ours == work:
                return loans
        raise KeyError(work)

    def find(self, number):
        for _, loans in self.rows:
            for loan in loans:
                if loan[0] == number:
                    return loans, loan
        raise KeyError(number)

    def fits(self, loans, first, last, own=None):
        start, end = number_of(first), number_of(last)
        if start is None or end is None or end - start not in range(6, 90):
            return False
        others = [loan for loan in loans if loan is not own]
        return all(start > number_of(one[3]) + 60 or end < number_of(one[2]) - 60 for one in others)

    def lend(self, work, borrower, first, last):
        loans = self.row(work)
        if not self.fits(loans, first, last):
            return False
        self.given += 1
        loans.append([self.given, borrower, first, last])
        return self.given

    def move(self, number, first, last):
        loans, loan = self.find(number)
        if not self.fits(loans, first, last, loan):
            return False
        loan[2:] = first, last

    def exchange(self, number, work):
        before, loan = self.find(number)
        after = self.row(work)
        if not self.fits(after, loan[2], loan[3], loan):
            return False
        before.remove(loan)
        after.append(loan)

    def cancel(self, number):
        loans, loan = self.find(number)
        loans.remove(loan)

    def loans(self, work):
        return sorted(map(tuple, self.row(work)), key=lambda loan: loan[2])
