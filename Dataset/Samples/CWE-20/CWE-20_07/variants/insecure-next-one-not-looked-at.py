from bisect import insort
from datetime import date


def ordinal(text):
    if len(text) != 10:
        raise ValueError("a day has ten characters")
    return date.fromisoformat(text).toordinal()


class Loans:
    """The loans of each work in order; a new one has to keep away from the one before it."""

    def __init__(self, works):
        self._rows = {work: [] for work in works}
        self._where = {}
        self._last = 0

    def _fit(self, work, number, borrower, start, end):
        row = [loan for loan in self._rows[work] if loan[1] != number]
        if start < ordinal("2020-01-01") or end > ordinal("2059-12-31") or not 7 <= end - start + 1 <= 90:
            raise ValueError("no loan takes this time")
        before = [loan for loan in row if loan[0] <= start]
        if before and start - before[-1][2] <= 60:
            raise ValueError("the work has to rest first")
        if any(loan[0] <= end for loan in row[len(before) : len(before) + 1]):
            raise ValueError("the work is away by then")
        insort(row, (start, number, end, borrower))
        return row

    def lend(self, work, borrower, first, last):
        self._rows[work] = self._fit(work, self._last + 1, borrower, ordinal(first), ordinal(last))
        self._last += 1
        self._where[self._last] = work
        return self._last

    def _loan(self, number):
        return next(loan for loan in self._rows[self._where[number]] if loan[1] == number)

    def move(self, number, first, last):
        work = self._where[number]
        self._rows[work] = self._fit(work, number, self._loan(number)[3], ordinal(first), ordinal(last))

    def exchange(self, number, work):
        start, _, end, borrower = self._loan(number)
        row = self._fit(work, number, borrower, start, end)
        self._rows[self._where[number]].remove(self._loan(number))
        self._rows[work] = row
        self._where[number] = work

    def cancel(self, number):
        self._rows[self._where[number]].remove(self._loan(number))
        del self._where[number]

    def loans(self, work):
        day = lambda number: date.fromordinal(number).isoformat()  # noqa: E731
        return [(number, borrower, day(start), day(end)) for start, number, end, borrower in self._rows[work]]
