from datetime import date, timedelta

REST = timedelta(days=60)


def earliest_after(last):
    """The first day after the rest that follows this last day."""
    return (date.fromisoformat(last) + REST + timedelta(days=1)).isoformat()


class Loans:
    def __init__(self, works):
        self._books = {work: {} for work in works}
        self._count = 0

    def _book_of(self, number):
        for book in self._books.values():
            if number in book:
                return book
        raise KeyError(number)

    def lend(self, work, borrower, first, last):
        book = self._books[work]
        for _, start, end in book.values():
            if start <= first < earliest_after(end) or start <= last <= end:
                raise ValueError("the work is lent, or rests")
        self._count += 1
        book[self._count] = (borrower, first, last)
        return self._count

    def move(self, number, first, last):
        book = self._book_of(number)
        book[number] = (book[number][0], first, last)

    def exchange(self, number, work):
        other = self._books[work]
        other[number] = self._book_of(number).pop(number)

    def cancel(self, number):
        del self._book_of(number)[number]

    def loans(self, work):
        found = [(number, *loan) for number, loan in self._books[work].items()]
        return sorted(found, key=lambda loan: loan[2])
