import re
import unicodedata
from datetime import date, datetime, timedelta

from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import refusals, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

WORKS = ("P 112", "P 7")
BEGIN, END, DAY = date(2020, 1, 1), date(2059, 12, 31), timedelta(days=1)
#: Loan 1 of the first work, loan 2 of the same a long way behind it, loan 3 of the second work, before February.
LOANS = [("P 112", "Ulm", "2031-08-01", "2031-08-30"), ("P 112", "Brno", "2032-06-01", "2032-08-29"),
    ("P 7", "Gent", "2030-12-01", "2031-01-05")]
#: What is no day, is one beyond the book, or a day of September 2033 in other words.
TYPED = (
    *("2033-9-10", "2033-09-1", "2033-02-30", "2033-09-31", "2033-13-10", "2033-09-00", "2033-00-10", "0000-09-10"),
    *("2019-12-31", "2060-01-01", "2019-12-25", "2060-09-10", "33-09-10", "12033-09-10", "+2033-09-10", "2033-09-100", "2033-09-10x"),
    *("10.09.2033", "09/10/2033", "2033/09/10", "2033.09.10", "20330910", "2033-W36-6", "2033-253", "2033W366", "2033-09-1O"),
    *("2033-09-10T23:59", "2033-09-10 00:00:00", "2033-09-10T22:00-05:00", "2033-09-10Z", "2033--9-10", "2033-+9-10", "2033- 9-10"),
    *("", "today", "never", "9999-12-31", "0001-01-01", "2033-09", "2033", "2032-02-30", "-2033-09-10", "2033\u201309\u201310"),
    *("2033-09-1\u0661", "\u0662\u0660\u0663\u0663-\u0660\u0669-\u0661\u0660", "\uff12\uff10\uff13\uff13-09-10", "2033-09-\u00b9\u2070"),
    *("2033-09-1\u00b2", "2033-0\u2468-10", "2033-09-10\n2033-09-11", "2_033-09-10", "2033-0_9-10", "2033-09-1\0", "1900-02-29"),
    *values.with_breaks("2033-09-10")[:16], *values.with_breaks("2033-09-10")[21:26],
)
NO_TEXTS = (None, 20330910, 0, True, 1.5, ["2033-09-10"], b"2033-09-10", {}, [2033, 9, 10], ("2033-09-10",), values.NAN, "nan", -1)


def day(text):
    """The day that stands in the book; None if it is none in the right form."""
    if type(text) is not str or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def meant(typed):
    """The days for which what was typed may be taken."""
    if type(typed) is not str:
        return set()
    text = "".join(str(unicodedata.digit(sign, sign)) for sign in re.sub(r"[\W_]", lambda sign: sign[0] if sign[0] in "-:./+ T" else "", typed))
    days = set()
    for shape in ("%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%Y.%m.%d"):
        try:
            days.add(datetime.strptime(text.strip(" +"), shape).date())
        except ValueError:
            pass
    try:
        days.add(datetime.fromisoformat(text.strip()).date())
    except ValueError:
        pass
    return days


def fault(book):
    """What the house rules forbid in a book: number → (work, borrower, first, last)."""
    lent = {}
    for number, (work, borrower, first, last) in book.items():
        start, end = day(first), day(last)
        if start is None or end is None:
            return f"loan {number} is from {first!r} to {last!r}"
        if not BEGIN <= start <= end <= END or not 7 <= (end - start).days + 1 <= 90:
            return f"loan {number} takes {(end - start).days + 1} days, from {first} to {last}"
        for other, begin, finish in lent.setdefault(work, []):
            if (start - finish).days <= 60 and (begin - end).days <= 60:
                return f"loans {other} and {number} of one work are from {begin} to {finish} and from {first} to {last}"
        lent[work].append((number, start, end))
    return ""


def spans(first, last):
    """Times about the given one: with too little rest at either end, within, around, and with just enough rest."""
    inner = (last - first).days + 1
    yield from ((first + DAY * step, inner + more) for step, more in ((0, 0), (-5, 10), (3, -6), (-1, 2), (5, 0), (-60, 60), (-31, 60)))
    for rest in (60, 1, 0, 31, 61, 2, 59):
        for length in (7, 90):
            yield from ((last + DAY * rest, length), (first - DAY * (length + rest - 1), length))


def written(start, length):
    return start.isoformat(), (start + DAY * (length - 1)).isoformat()


FREE = date(2033, 9, 10)
EDGES = [tuple(map(date.fromisoformat, loan[2:])) for loan in LOANS]
#: Lengths and order, leap days, turns of the year, and the ends of the book.
LENGTHS = [(FREE, length) for length in (6, 91, 1, 0, -1, 5, 92, -6, -7, -89, 365, 366, 700, -90, 12, 100)]
LENGTHS += [(date(2032, 2, 26), 6), (date(2031, 2, 25), 91), (date(2032, 1, 15), 91), (date(2033, 12, 28), 6), (date(2033, 12, 1), 91)]
LENGTHS += [(BEGIN - DAY, 8), (END - DAY * 7, 9), (BEGIN - DAY * 6, 7), (END, 7), (BEGIN - DAY * 80, 90), (END + DAY, 7), (date(2019, 1, 5), 20)]
#: Changes after which a book that is kept in the order of entry, or of the days of then, is in no order.
CHANGES = (
    (("move", 1, FREE),), (("move", 2, date(2030, 9, 10)),), (("exchange", 3, "P 112"), ("move", 3, FREE)),
    (("move", 1, FREE), ("exchange", 1, "P 7"), ("exchange", 1, "P 112")), (("exchange", 1, "P 7"), ("exchange", 2, "P 7"), ("move", 3, FREE)),
    (("cancel", 1), ("move", 2, date(2030, 9, 10))), (("move", 1, date(2034, 3, 1)), ("move", 2, FREE)),
    (("move", 2, date(2030, 9, 10)), ("move", 1, FREE), ("move", 2, date(2034, 3, 1))),
)


class LoanBook(Machine):
    """Whatever was called, the book keeps the house rules, and has changed as it was asked to, or not at all."""

    beside = domain(*(written(FREE, length) for length in (30, 7)), odd=(
        written(*one) for both in zip(spans(*EDGES[0]), spans(*EDGES[1])) for one in both))
    lengths = domain(written(FREE, 40), odd=(written(*one) for one in LENGTHS))
    number = domain(1, 2, 3, odd=(4, 0, True, -1, "1", 1.0, None))
    operations = {
        "lend": (domain(*WORKS), beside),
        "lend_long": (lengths,),
        "move": (number, beside),
        "move_long": (domain(1, 3), lengths),
        "exchange": (number, domain(*WORKS, odd=("P 99", "", None))),
        "exchange_near": (domain(written(FREE, 30), odd=(written(*one) for one in spans(*EDGES[0]))),),
        "cancel": (number,),
        "lend_in_winter": (domain(61, 60, 59, 28),),
        "come_back": (domain("move", "exchange", "cancel"), domain("lend", "move", "exchange")),
        "crowd": (domain("lend", "move"), domain((61, 61), (60, 61), (61, 60), (0, 0), (1, 1))),
        "after_a_change": (domain(*CHANGES), domain("lend", "move", "exchange"), domain(-1, 0, 1)),
    }

    def start(self, _):
        self.book = solution.Loans(list(WORKS))
        for loan in LOANS:
            attempt(self.book.lend, *loan)
        self.model = self.read()
        if self.model != dict(enumerate(LOANS, 1)):
            inconclusive("the loans do not stand in the book as they were entered")

    def read(self):
        """The book as it gives itself back; None if it cannot."""
        found = {}
        for work in WORKS:
            told = attempt(self.book.loans, work).value
            if not isinstance(told, list) or not all(isinstance(one, tuple) and len(one) == 4 for one in told):
                return None
            if [one[2] for one in told] != sorted(one[2] for one in told) and all(day(one[2]) for one in told):
                return None
            for number, *rest in told:
                if number in found:
                    return None
                found[number] = (work, *rest)
        return found

    def after(self, asked, method, *arguments):
        """`asked(book)` gives what the book may be when the call has been done as a whole."""
        outcome = attempt(getattr(self.book, method), *arguments)
        before, self.model = self.model, self.read()
        if self.model is None:
            return "the book can no longer be read"
        if self.model == before:
            return ""
        if wrong := fault(self.model):
            return wrong
        if not outcome.returned:
            return "a call was refused and has changed the book"
        return "" if asked(before, outcome.value) else f"the book became {self.model}"[:150]

    def entered(self, number, work, borrower, first, last, before):
        now = self.model.get(number)
        rest = {other: loan for other, loan in self.model.items() if other != number}
        if now is None or rest != {other: loan for other, loan in before.items() if other != number}:
            return False
        return now[:2] == (work, borrower) and day(now[2]) in meant(first) and day(now[3]) in meant(last)

    def put(self, work, first, last, borrower="Bonn"):
        def asked(before, number):
            return number not in before and self.entered(number, work, borrower, first, last, before)

        return self.after(asked, "lend", work, borrower, first, last)

    def put_to(self, number, first, last):
        def asked(before, _):
            return number in before and self.entered(number, *before[number][:2], first, last, before)

        return self.after(asked, "move", number, first, last)

    def lend(self, work, days):
        return self.put(work, *days)

    def lend_in_winter(self, rest):
        """Two months are less than 60 days."""
        start = EDGES[2][1] + DAY * rest
        return self.put("P 7", start.isoformat(), (start + DAY * 20).isoformat())

    def lend_long(self, days):
        return self.put("P 7", *days)

    def move(self, number, days):
        return self.put_to(number, *days)

    def move_long(self, number, days):
        return self.put_to(number, *days)

    def exchange(self, number, work):
        def asked(before, _):
            loan = before.get(number)
            return loan and self.model == before | {number: (work, *loan[1:])}

        return self.after(asked, "exchange", number, work)

    def exchange_near(self, days):
        """Another work at this time, for one that is lent about it."""
        number = max(self.model) + 1
        return self.put("P 7", *days) or (self.exchange(number, "P 112") if number in self.model else "") or self.exchange(1, "P 7")

    def cancel(self, number):
        def asked(before, _):
            return number in before and self.model == {other: loan for other, loan in before.items() if other != number}

        return self.after(asked, "cancel", number)

    def come_back(self, gone, back):
        """A loan goes from its place, another one takes it, and the first one comes back."""
        leave = {"move": lambda: self.put_to(1, "2033-09-10", "2033-10-10"), "exchange": lambda: self.exchange(1, "P 7"),
            "cancel": lambda: self.cancel(1)}
        again = {"lend": lambda: self.put("P 112", "2031-08-10", "2031-08-30"), "move": lambda: self.put_to(1, "2031-07-01", "2031-08-20"),
            "exchange": lambda: self.exchange(1, "P 112")}
        return leave[gone]() or self.put("P 112", "2031-08-05", "2031-08-25") or again[back]()

    def crowd(self, way, rests):
        """Between two loans of one work, one with this much rest before and behind it."""
        start = EDGES[0][1] + DAY * rests[0]
        end = EDGES[1][0] - DAY * rests[1]
        middle = start.isoformat(), (start + DAY * 60).isoformat()
        later = (end - DAY * 60).isoformat(), end.isoformat()
        if way == "lend":
            return self.put("P 112", *middle) or self.put("P 112", *later)
        return self.put_to(3, *middle) or self.exchange(3, "P 112") or self.put_to(3, *later) or self.put("P 112", *middle)

    def after_a_change(self, changes, way, beside):
        """Loans get new times and works; then each loan that there is keeps others away from where it is now."""
        for change, number, *to in changes:
            if change == "move":
                to = written(to[0], 30)
            if wrong := getattr(self, {"move": "put_to"}.get(change, change))(number, *to):
                return wrong
        for number, (work, _, first, last) in sorted(self.model.items()):
            start, other = day(first) + DAY * 9 * beside, next(one for one in WORKS if one != work)
            length = (day(last) - day(first)).days + 1
            near = written(start, max(7, length - 9))
            if way == "lend":
                wrong = self.put(work, *near)
            elif way == "move":
                wrong = next(filter(None, (self.put_to(one, *near) for one, loan in sorted(self.model.items()) if loan[0] == work and one != number)), "")
            else:
                entered = max(self.model) + 1
                wrong = self.put(other, *near) or (self.exchange(entered, work) if entered in self.model else "")
            if wrong:
                return wrong
        return ""


class Alike(LoanBook):
    """Loans of both works that are one but for their number, or nearly: none of them counts as another."""

    operations = {"alike": (
        domain("exchange", "exchange the other", "swap", "lend", "move", "move the other", "come back", "make place", "go round"),
        domain("same", odd=("other", "", "P 7", "2033-09-10", "1", "5")),
        domain((0, 0), odd=((0, 9), (9, 0), (9, -9), (-9, 9), (-9, 0), (0, -9), (39, 0), (20, 20))))}

    def alike(self, way, borrower, change):
        first, last = written(FREE, 40)
        near = written(FREE + DAY * change[0], 40 + change[1])
        one, other = (borrower, borrower) if borrower not in ("same", "other") else ("Ulm", "Ulm" if borrower == "same" else "Brno")
        wrong = self.put("P 112", first, last, one) or self.put("P 7", *near, other)
        mine, its = sorted(self.model)[-2:]
        calls = {
            "exchange": [("exchange", mine, "P 7")],
            "exchange the other": [("exchange", its, "P 112")],
            "swap": [("exchange", mine, "P 7"), ("exchange", its, "P 112"), ("exchange", mine, "P 7")],
            "lend": [("put", "P 112", *near, other), ("put", "P 7", first, last, one)],
            "move": [("put", "P 112", *written(FREE + DAY * 300, 40), one), ("put_to", its + 1, *near), ("put_to", its + 1, first, last)],
            "move the other": [("put_to", its, first, last), ("exchange", its, "P 112"), ("put_to", mine, first, last), ("exchange", mine, "P 7")],
            "come back": [("cancel", mine), ("exchange", its, "P 112"), ("put", "P 112", first, last, one), ("put", "P 7", *near, one), ("exchange", its + 1, "P 112")],
            "make place": [("put_to", its, *written(FREE + DAY * 300, 40)), ("exchange", its, "P 112"), ("put_to", its, *near), ("put_to", its, first, last)],
            "go round": [("put_to", mine, *written(FREE + DAY * 300, 40)), ("exchange", its, "P 112"), ("put_to", mine, *near), ("exchange", mine, "P 7"),
                ("put_to", mine, *near), ("exchange", its, "P 7")],
        }
        for method, *arguments in calls[way]:
            if method in ("exchange", "put_to", "cancel") and arguments[0] not in self.model:
                continue
            wrong = wrong or getattr(self, method)(*arguments)
        return wrong


def test_a_loan_is_left_out_by_its_number():
    found = search(Alike, tries=40, alone=1)
    exploit_if(found, str(found))


class Dense(LoanBook):
    """Between loans that lie as near as they may, one becomes longer at either end, or goes past the next ones: it hides none of them."""

    SHIFTS = ((1, 1), (0, 1), (1, 0), (5, 5), (-3, 9), (9, -3), (30, 30), (1, 30), (30, 1), (-7, 30), (30, -7), (68, -68), (-68, 68), (60, -60), (-60, 60), (136, -136), (-136, 136), (10, 68), (68, 10), (40, 0), (0, 40), (-1, 1), (1, -1))
    operations = {"stretch": (domain(1, 0, 2, 3, 4), domain((7, 7), (30, 30), (7, 30), (30, 7), (7, 70)), domain(*SHIFTS), domain("move", "move twice", "exchange", "lend"))}

    def stretch(self, which, lengths, shift, way):
        """Loans of one length, and one of another in the middle, with 61 days from a last day to the next first one."""
        start, places = FREE, []
        for turn in range(5):
            length = lengths[turn == which]
            places.append((start, length))
            start += DAY * (length + 60)
        wrong = next(filter(None, (self.put("P 112", *written(*place)) for place in places)), "")
        first, length = places[which]
        near = written(first - DAY * shift[0], length + sum(shift))
        mine = max(self.model) - 4 + which
        if wrong or mine not in self.model or not 7 <= length + sum(shift) <= 90:
            return wrong
        if way == "lend":
            return self.cancel(mine) or self.put("P 112", *near)
        if way == "exchange":
            return self.put("P 7", *near) or self.exchange(max(self.model), "P 112") or self.exchange(mine, "P 7")
        return self.put_to(mine, *near) or (self.put_to(mine, *near) or self.put_to(mine - (which > 0), *near) if way == "move twice" else "")


def test_a_loan_that_becomes_longer_hides_no_other():
    dense = Dense()
    for shift in Dense.SHIFTS:
        for which, lengths, way in ((0, (30, 30), "move"), (1, (7, 7), "move"), (4, (7, 30), "move"), (2, (30, 30), "move twice"), (2, (7, 30), "exchange"), (0, (7, 7), "exchange"), (4, (30, 7), "lend")):
            dense.start(None)
            found = dense.stretch(which, lengths, shift, way)
            exploit_if(found, f"one of {lengths} days becomes longer by {shift}: {way}: {found}")


class Form(LoanBook):
    """What is typed for a day becomes one that it can mean, in the form of the book, or nothing."""

    operations = {"type": (domain("2033-09-10", odd=(*TYPED, *NO_TEXTS)),)}

    def type(self, text):
        """For a first and for a last day; another loan is entered behind it, for those who compare what stands in the book as text."""
        calls = [("lend", "P 112", "Bonn", text, "2033-09-20"), ("lend", "P 112", "Bonn", "2033-10-01", "2033-11-10"),
            ("lend", "P 7", "Bonn", "2033-09-01", text), ("lend", "P 112", "Bonn", text, text),
            ("move", 1, text, "2033-09-20"), ("move", 3, "2033-09-01", text)]
        days = meant(text) | {day(one) for call in (*calls, *LOANS) for one in call[-2:]}
        for call in calls:
            attempt(getattr(self.book, call[0]), *call[1:])
        found = self.model = self.read()
        if found is None:
            return "the book can no longer be read"
        return fault(found) or next((f"loan {number} is from {first} to {last}" for number, (*_, first, last) in found.items()
            if not {day(first), day(last)} <= days), "")


def test_what_is_typed_is_a_day():
    found = search(Form, tries=len(TYPED) + len(NO_TEXTS) + 1, alone=1)
    exploit_if(found, str(found))


def test_the_book_keeps_the_house_rules():
    found = search(LoanBook, tries=330, alone=0.92, length=5)
    exploit_if(found, str(found))


def test_what_was_refused_keeps_no_days():
    """Days, works and numbers that a refused call had set aside are as free as before, for each method."""
    refused = (
        ("lend", "P 112", "Rom", "2033-03-01", "2033-02-30"), ("lend", "P 112", "Rom", "2033-03-01", "2033-08-30"), ("lend", "P 112", "Rom", "2031-07-20", "2031-08-10"), ("lend", "P 7", "Rom", "2031-01-06", "2031-01-30"),
        ("lend", "P 7", "Rom", "2033-03-01", "2033-03-03"), ("move", 1, "2032-05-01", "2032-05-20"), ("move", 1, "2033-03-01", "2033-03-02"), ("move", 2, "2031-09-01", "2031-09-20"), ("move", 3, "2033-03-01", "2034-03-01"),
        ("move", 9, "2033-03-01", "2033-03-20"), ("exchange", 4, "P 112"), ("exchange", 1, "P 9"), ("exchange", 9, "P 7"), ("cancel", 9),
    )
    right = (("lend", "P 112", "Rom", "2033-03-01", "2033-03-20"), ("lend", "P 7", "Rom", "2033-03-01", "2033-03-20"), ("move", 1, "2031-07-25", "2031-08-20"), ("exchange", 2, "P 7"), ("move", 2, "2032-05-01", "2032-05-20"), ("cancel", 1), ("lend", "P 112", "Pisa", "2031-08-01", "2031-08-30"))
    for call in refused:
        ledger = refusals.Ledger(lambda: solution.Loans(list(WORKS)))
        for method, *arguments in (*(("lend", *loan) for loan in (*LOANS, ("P 7", "Graz", "2031-08-20", "2031-09-20"))), call, call, *right):
            ledger.call(method, *arguments)
        exploit_if(ledger.trace, ledger.trace)
