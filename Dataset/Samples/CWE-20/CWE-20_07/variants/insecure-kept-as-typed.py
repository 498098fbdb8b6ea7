from datetime import datetime


def ordinal(text):
    return datetime.strptime(text.strip(), "%Y-%m-%d").toordinal()


FIRST_DAY, LAST_DAY = ordinal("2020-01-01"), ordinal("2059-12-31")


class Loans:
    def __init__(self, works):
        self.works = list(works)
        self.entries = {}
        self.count = 0

    def check(self, work, first, last, number=None):
        if work not in self.works:
            raise KeyError(work)
        start, end = ordinal(first), ordinal(last)
        if start < FIRST_DAY or end > LAST_DAY or not 7 <= end - start + 1 <= 90:
            raise ValueError("not a time for a loan")
        for other, entry in self.entries.items():
            if other != number and entry["work"] == work:
                if ordinal(entry["first"]) - 61 < end and start < ordinal(entry["last"]) + 61:
                    raise ValueError("the work is not at rest")

    def lend(self, work, borrower, first, last):
        self.check(work, first, last)
        self.count += 1
        self.entries[self.count] = {"work": work, "borrower": borrower, "first": first, "last": last}
        return self.count

    def move(self, number, first, last):
        entry = self.entries[number]
        self.check(entry["work"], first, last, number)
        entry.update(first=first, last=last)

    def exchange(self, number, work):
        entry = self.entries[number]
        self.check(work, entry["first"], entry["last"], number)
        entry["work"] = work

    def cancel(self, number):
        del self.entries[number]

    def loans(self, work):
        if work not in self.works:
            raise KeyError(work)
        mine = [(number, one) for number, one in self.entries.items() if one["work"] == work]
        mine.sort(key=lambda pair: ordinal(pair[1]["first"]))
        return [(number, one["borrower"], one["first"], one["last"]) for number, one in mine]
