import re

from harness import attempt, exploit_if, inconclusive, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CHECKS = "0123456789X"
#: Of a make, the one that comes next.
FOLLOWING = {"MK": "ML", "MZ": "NA", "AA": "AB", "ZZ": "AA"}
#: The start of a number: the plain one in other letters, digits and forms, and what is none in other ways.
OTHER_MAKES = ("mk", "Mk", "mK", "M\u212a", "\u041c\u041a", "\uff2d\uff2b", "@@", "M1", "M", "MKK", "M ", "\u00c4K",
    "[K", "", "11", "m\u212a", "\u03a9K", "MK-", "\U0001d40c\U0001d40a", "\ufb01", "M\n", "M_", "\u01c4K")
OTHER_DIGITS = ("00000", "0001\u0662", "\u0660\u0660\u0660\u0661\u0662", "\uff10\uff10\uff10\uff11\uff12",
    "+0012", "-0012",    " 0012", "0012 ", "1_212", "0x1F2", "000X2", "0001\u00b2", "12", "000012", "0012\n", "1e004",
    "12.00", "\u2460\u24600012", "", "0001B", "\U0001d7ce\U0001d7ce\U0001d7ce\U0001d7cf\U0001d7d0", "0 012",
    "000\u0967\u0968", "10_00", "0012\0", "00O12",    "-0000", "\t0012", "99999\n", "100000")
OTHER_CHECKS = ("x", "\u0661", "\uff11", "\u00b9", "\u2460", "1\n", "1 ", "01", "", "10", "\u2169",
    "\u03a7", "\u0425", ":", "X\n", "11", "1\0", "1X", "\U0001d7cf", "\uff38", "-", "1\r", "1\u2028", "12", "+1",
    "\u0967", "1\x1c", "a", "K")


def number(make, count):
    total = sum((ord(letter) - 64) * weight for letter, weight in zip(make, (8, 7)))
    total += sum(int(digit) * weight for digit, weight in zip(f"{count:05}", (6, 5, 4, 3, 2)))
    return f"{make}{count:05}{CHECKS[total % 11]}"


def parts(text):
    """Make and count of a number, which may be untidy; None if it is none."""
    found = re.fullmatch("([A-Z]{2})([0-9]{5})[0-9X]", text.strip().upper()) if isinstance(text, str) else None
    if not found or not text.isascii() or found[2] == "00000" or number(found[1], int(found[2])) != found[0]:
        return None
    return found[1], int(found[2])


class Book(Machine):
    """The book holds numbers of crates only, each with the stall that got it first, and rows as a whole."""

    crate = domain("MK000121", "MK00008X", "ZZ999999", odd=["MK000122", "MK000120", "MK000211", "MK001021", "KM000121",
        "MK00012X", "MK000080", None, 121, b"MK000121", list("MK000121"), "", ["MK000121"], "MK00012-1", "MK 000121",
        tuple("MK000121"), {"MK000121": 1}, "MK0001211", "1MK000121", "MK000121MK000121", True, "MK000133", "MK000005"])
    makes_typed = domain("MK00012", odd=[f"{make}00012" for make in OTHER_MAKES])
    digits_typed = domain("MK00012", odd=[f"MK{digits}" for digits in OTHER_DIGITS])
    typed = domain("MK00012", odd=[*(f"MK{digits}" for digits in OTHER_DIGITS[:7]), "mk00012", "@@00012", "MK00012 "])
    check = domain("1", odd=OTHER_CHECKS)
    row = domain((9, 12), (1, 20), (5, 5), (99_990, 99_999), odd=[
        (1, 21), (12, 9), (0, 5), (1, 22), (99_985, 100_005), (99_999, 1), (1, 100), (0, 0), (20, 1), (13, 12)])
    makes = domain(("MK", "MK"), odd=[("MK", "ML"), ("MK", "KM"), ("AK", "MK"), ("ML", "MK"), ("AZ", "BA")])
    operations = {
        "borrow": (crate,),
        "lend_make": (makes_typed,),
        "lend_digits": (digits_typed,),
        "lend_checked": (domain("MK00012", "MK00008"), check),
        "lend_row": (row, makes),
        "lend_row_typed": (typed, domain("MK000133", "MK000121")),
        "lend_row_to_typed": (domain("MK000108", "MK000121"), typed),
        "lend_row_over": (domain(10, 9, 12, 11), domain("Huber", "Rossi", odd=("", " ", "0", "None", "False"))),
        "lend_row_across": (domain("MK", odd=("MZ", "AA", "ZZ")),
            domain((99_998, 2), odd=((99_999, 1), (99_985, 4), (99_995, 0), (2, 99_998)))),
        "take_back_typed": (typed,),
    }

    def start(self, _):
        self.crates = solution.Crates()
        self.model = self.book()

    def book(self):
        told = attempt(self.crates.lent)
        if not isinstance(told.value, dict):
            inconclusive("the book can no longer be read")
        return dict(told.value)

    def after(self, calls, added=(), taken=None, stall="Rossi"):
        """Each call happened as a whole or not at all; `added` and `taken` are what a right book may do."""
        done = [attempt(getattr(self.crates, method), *arguments) for method, *arguments in calls]
        before, self.model = self.model, self.book()
        if self.model == before:
            return ""
        if not any(one.returned for one in done):
            return "a call was refused and has changed the book"
        if added and not any(one in before for one in added) and self.model == before | dict.fromkeys(added, stall):
            return ""
        if taken in before and self.model == {one: before[one] for one in before if one != taken}:
            return ""
        return f"the book became {self.model}"[:160]

    def lend(self, text, stall="Rossi"):
        return self.after([("lend", stall, text)], self.row(text, text), stall=stall)

    def take_back(self, text):
        return self.after([("take_back", text)], taken=next(iter(self.row(text, text)), None))

    def lend_between(self, first, last, stall="Rossi"):
        return self.after([("lend_row", stall, first, last)], self.row(first, last), stall=stall)

    def row(self, first, last):
        """The numbers of a row; none if it is none."""
        begin, end = parts(first), parts(last)
        is_row = begin and end and begin[0] == end[0] and 1 <= end[1] - begin[1] + 1 <= 20
        return [number(begin[0], count) for count in range(begin[1], end[1] + 1)] if is_row else []

    def each(self, method, starts, *others):
        """A call with every check character: one of them is right to whoever takes the rest for a number."""
        texts = [[one + check if one in starts else one for one in others] for check in CHECKS]
        right = [self.row(one[0], one[-1]) for one in texts if self.row(one[0], one[-1])]
        lent = [] if method == "take_back" else next(iter(right), [])
        taken = right[0][0] if method == "take_back" and right else None
        stall = [] if method == "take_back" else ["Rossi"]
        return self.after([(method, *stall, *one) for one in texts], lent, taken)

    def lend_make(self, start):
        return self.each("lend", [start], start)

    lend_digits = lend_make

    def lend_checked(self, start, check):
        return self.lend(start + check)

    def lend_row(self, row, makes):
        return self.lend_between(number(makes[0], row[0]), number(makes[1], row[1]))

    def lend_row_typed(self, start, last):
        return self.each("lend_row", [start], start, last)

    def lend_row_to_typed(self, first, start):
        return self.each("lend_row", [start], first, start)

    def lend_row_over(self, count, stall):
        """One crate of the row is with a stall already."""
        one, (first, last) = number("MK", count), (number("MK", 9), number("MK", 12))
        return self.lend(one, stall) or self.lend_between(first, last) or self.lend(one, "Huber")

    def lend_row_across(self, make, row):
        """From one make to the next, as if the crates of all makes had numbers in a row."""
        return self.lend_between(number(make, row[0]), number(FOLLOWING[make], row[1]))

    def borrow(self, text):
        """It is given back for another one; two stalls ask for it, and it comes back twice."""
        first = self.lend("MK000121") or self.take_back(text) or self.lend(text) or self.lend(text, "Huber") or self.take_back(text) or self.take_back(text)
        return first or self.lend(text, "Huber")

    def take_back_typed(self, start):
        """What is lent comes back under its number only."""
        self.lend("MK000121")
        return self.each("take_back", [start], start)


def test_the_book_holds_crates_that_there_are_once_each():
    found = search(Book, tries=290, alone=0.94, length=4)
    exploit_if(found, str(found))
