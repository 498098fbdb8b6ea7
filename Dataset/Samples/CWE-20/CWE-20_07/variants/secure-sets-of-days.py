from datetime import date, datetime


class Loans:
    """Each work has a calendar: day → the number of the loan that it is away for."""

    def __init__(self, works):
        self.calendars = {work: {} for work in works}
        self.borrowers = {}
        self.places = {}

    @staticmethod
    def read(text):
        # Other spellings of a day are put right.
        return datetime.strptime(str(text).strip(), "%Y-%m-%d").toordinal()

    def put(self, number, work, days):
        calendar = self.calendars[work]
        earliest, latest = date(2020, 1, 1).toordinal(), date(2059, 12, 31).toordinal()
        if not 7 <= len(days) <= 90 or days[0] < earliest or days[-1] > latest:
            raise ValueError("no time for a loan")
        if any(calendar.get(day, number) != number for day in range(days[0] - 60, days[-1] + 61)):
            raise ValueError("the work is away, or rests")
        if number in self.places:
            self.cancel(number)
        calendar.update(dict.fromkeys(days, number))
        self.places[number] = (work, days)

    def lend(self, work, borrower, first, last):
        number = len(self.borrowers) + 1
        self.put(number, work, range(self.read(first), self.read(last) + 1))
        self.borrowers[number] = borrower
        return number

    def move(self, number, first, last):
        work, _ = self.places[number]
        self.put(number, work, range(self.read(first), self.read(last) + 1))

    def exchange(self, number, work):
        _, days = self.places[number]
        self.put(number, work, days)

    def cancel(self, number):
        work, days = self.places.pop(number)
        for day in days:
            del self.calendars[work][day]

    def loans(self, work):
        numbers = dict.fromkeys(number for _, number in sorted(self.calendars[work].items()))
        shown = lambda day: date.fromordinal(day).isoformat()  # noqa: E731
        times = {number: self.places[number][1] for number in numbers}
        return [(number, self.borrowers[number], shown(days[0]), shown(days[-1])) for number, days in times.items()]
