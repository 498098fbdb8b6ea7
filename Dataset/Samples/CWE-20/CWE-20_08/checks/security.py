import re
import unicodedata
from fractions import Fraction

from harness import attempt, exploit_if, inconclusive, solution, testify
from probes.machines import threads, values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PEOPLE = ["Ada", "Ben", "Cleo"]
NIGHTS = {"Ada": 2, "Ben": 2, "Cleo": 3}
MOST = 2_000_000
#: What is typed for an amount: not whole cents, beyond the limits, no number, or other forms of one.
TYPED = (
    *("-5", "-0.01", "0", "0.00", "-0", "20000.01", "20001", "84.505", "84.5", "0.005", "0.009", "20000.001", "20000.004", "20000.009"),
    *("nan", "NaN", "sNaN", "-nan", "nan123", "inf", "-inf", "Infinity", "+Infinity", "", " ", "x", "84.50.10", "1e2", "1e-2", "1E+4", "2e4", "1e-3", "2.0001e4"),
    *("1e5", "1e400", "1e-400", "-1e-400", "1e999999999", "8450e-2", "84505e-3", "84.500", "84.50000000000000000000001", "20000.0000000000000000000000001"),
    *("19999.9999999999999999999999999999999", "84.49999999999999999999999999999", "0." + "0" * 40 + "1", "0.00" + "9" * 40, "0.01" + "0" * 30 + "1", "84.50" + "0" * 300 + "7"),
    *("00084.50", "+84.50", "--84.50", "+-5", "84.", ".50", ".5", ".005", "84.5x", "$84.50", "84.50 EUR", "0x54", "0b11", "8_4.50", "8_4.5_0", "84._50", "8__4", "84.5_05"),
    *("1/2", "1/3", "338/4", "-1/2", "\u00bd", "\u2153", "8\u00bd", "\u0668\u0664.\u0665\u0660", "\uff18\uff14.\uff15\uff10", "84.\uff15\uff10\uff15", "8\u00b2.50", "84.\u00b2\u2075"),
    *("\u22125", "\u20135", "\uff0d5", "(5)", "5-", "84.50-", "84-50", "84 .50", "8 4.50", "84. 50", "84.-5", "84.-50", "84.+5", "84.- 5", "-84.-50", "-0.50", "- 5"),
    *("84.5\u0660", "84.5\u0660\u0665", "84.5 5", "\u216b", "\u4e94", "\u0e51\u0e52", "84.50\n5", "84.50\n", "\n84.50", "84\n.50", "84.50\0", "84.50\x005", "84.505\n"),
    *values.powers(10, True), "84.5\u2070",
    *("99999.99", "099999", "200000000", "1" * 25, "9" * 400, "1" * 5000, "20000.1", "20000.99", "true", "None", "84.50e0", "84.50e1", "84.50j", "0.01e0", "0.1e-1", "1e-1"),
    *(one for one in values.with_breaks("84.505")[42:63:4]), *values.fraction_texts(84)[:8],
)
#: What JSON can hold for a number of nights.
HELD = (
    *(0, -1, 0.5, 1.5, 61, True, False, None, "2", "", "x", [], [2], {}, {"nights": 2}, values.NAN, values.INFINITY, -values.INFINITY, -0.0, 2.0, 60.5, 60.999999, 1e-9, -2, -3, -4),
    *(100, 600, 1e308, -1e308, 10**30, -(10**30), 2**53 + 1, 10**400, 1 + 2**-40, 0.9999999999, "1.5", "-1", "0", "61", "nan", "\u0662", " 2 ", "2\n", "\u00b2", "1_0", "1e1", "two", -60, -61, 5e-324),
    *(-1.0, 0.1, 2.4, 2.9999999999999996, 60.00000000000001, "true", "2.0", "0x2", "+2", "--2", 60.4999),
)


#: The same signs for who knows them by their digits only: raised and lowered ones behind a digit, where they are no further digits.
RAISED = re.compile("[0-9][\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]")
#: Each is right, and then what is the same to who remembers it by its value, its whole part, or a rounded number.
AMOUNTS_ALIKE = (("84.50", "84.505"), ("84.50", "-84.50"), ("10", "10\u00b2"), ("84.50", "84.50000000000000000001"), ("0.01", "0.014"), ("20000", "20000.0000000000001"), ("5", "5\u00bd"), ("84", "84.001"), ("84.50", "84.50x"))


def meant(typed):
    """All amounts in cents for which a text may be taken."""
    if RAISED.search(typed):
        power = re.fullmatch(r"([0-9.]*[0-9])([^0-9.\u2080-\u2089]+)", typed)
        exponent = "".join(str(unicodedata.digit(sign, "x")) for sign in power[2]) if power else "x"
        cents = Fraction(power[1]) ** int(exponent) * 100 if exponent.isdigit() else 0
        return {int(cents)} if cents and cents.denominator == 1 and cents <= MOST else set()
    found = set()
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in typed if unicodedata.category(sign) not in ("Cc", "Cf", "Zs", "Zl", "Zp"))
    plain = re.sub("^[$]|EUR$|_", "", plain).removeprefix("+")
    if re.fullmatch("[0-9]+[\u00bc-\u00be\u2150-\u215e]", typed):
        found.add((int(typed[:-1]) + Fraction(unicodedata.numeric(typed[-1])).limit_denominator(1000)) * 100)
    for text in (typed.strip(), plain, plain.replace(",", "."), typed.replace("\u2044", "/")):
        exponent = re.search(r"[eE]([+-]?[0-9]+)$", text)
        if exponent and len(exponent[1]) > 4 or len(text) > 600:
            continue
        try:
            found.add(Fraction(text) * 100)
        except (ValueError, ZeroDivisionError):
            pass
    if len(typed) == 1 and (number := unicodedata.numeric(typed, None)) is not None:
        found.add(Fraction(number).limit_denominator(1000) * 100)
    return {int(one) for one in found if one.denominator == 1 and 1 <= one <= MOST}


def nights_meant(held):
    """The number of nights that somebody may be counted with; None if there is none."""
    if isinstance(held, bool) or not isinstance(held, (int, float, str)):
        return None
    try:
        number = Fraction(held.strip() if isinstance(held, str) else held)
    except (ValueError, OverflowError):
        return None
    return int(number) if number.denominator == 1 and 1 <= number <= 60 else None


def cents(told):
    """A text of the books; None if it is no amount of cents."""
    if type(told) is not str or not re.fullmatch(r"-?[0-9]+\.[0-9]{2}", told):
        return None
    return int(Fraction(told) * 100)


class Books(Machine):
    """After each call the books are what follows from what was typed, to the cent, or what they were before."""

    name = domain("Ada", "Ben", "Cleo", odd=("Eve", "", "ada", None))
    amount = domain("84.50", "10", "0.01", "20000.00", odd=TYPED[:48:3])
    number = domain(1, 2, odd=(0, -1, 3, -2, None, 1.5))
    nights = domain(NIGHTS, {"Ben": 1}, {"Ada": 1, "Cleo": 1}, odd=(
        {}, {"Ada": 60, "Ben": 1}, {"Eve": 1}, {"Ada": 1, "Eve": 1}, {"Ada": 1, "Ben": 0}, {"Ada": 3, "Ben": -1}, {"Ada": 0},
        {"Ada": 1, "Ben": -1}, {"Ada": 59.5, "Ben": 0.5}, {"": 1}, {"Ada": 61}, {"ada": 1, "Ada": 1}, {"Ada": 1.5, "Ben": 1.5}))
    operations = {
        "spend": (name, amount, nights),
        "correct": (number, amount),
        "hand": (name, name, amount),
        "twice": (domain("spend", "correct", "hand"), domain("84.505", "-5", odd=("0.005", "nan", "20000.001", "1e-400"))),
    }

    def start(self, _):
        self.kitty = solution.Kitty(list(PEOPLE))
        #: Number → [payer, amounts that it may be, nights], and what was handed over.
        self.expenses, self.handed = {}, dict.fromkeys(PEOPLE, 0)
        self.model = 0
        self.last = self.told()
        wrong = self.spend("Ada", "84.50", NIGHTS) or self.spend("Ben", "12.01", {"Ada": 1, "Ben": 59}) or self.hand("Cleo", "Ada", "5")
        if wrong or len(self.expenses) != 2:
            inconclusive("the books cannot be kept")

    def spend(self, payer, amount, nights):
        before = self.last
        outcome = attempt(self.kitty.spend, payer, amount, nights)
        number = outcome.value if outcome.returned else None
        if number is None or type(number) is not int or number in self.expenses:
            return self.same(before)
        self.model += 1
        counted = {name: nights_meant(count) for name, count in nights.items()}
        if payer not in PEOPLE or not nights or not set(nights) <= set(PEOPLE) or None in counted.values():
            return f"an expense of {payer!r} for {nights} is in the books"[:150]
        if number != len(self.expenses) + 1:
            return f"the expense after {len(self.expenses)} others has the number {number}"
        self.expenses[number] = [payer, meant(amount), counted]
        return self.compare()

    def correct(self, number, amount):
        before = self.last
        if not attempt(self.kitty.correct, number, amount).returned or number not in self.expenses:
            return self.same(before)
        self.model += 1
        self.expenses[number][1] = meant(amount)
        return self.compare()

    def hand(self, giver, taker, amount):
        before, could = self.last, meant(amount)
        if not attempt(self.kitty.hand, giver, taker, amount).returned or giver == taker or giver not in PEOPLE or taker not in PEOPLE:
            return self.same(before)
        self.model += 1
        after = self.told()
        old, new = (cents(one["balances"].get(giver)) for one in (before, after))
        handed = None if old is None or new is None else new - old
        if handed not in could:
            return f"the balance of the giver went from {before['balances'].get(giver)} to {after['balances'].get(giver)}"
        self.handed[giver] += handed
        self.handed[taker] -= handed
        return self.compare()

    def twice(self, way, amount):
        """What was refused once may have been noted on the way."""
        calls = {"spend": ("Cleo", amount, NIGHTS), "correct": (1, amount), "hand": ("Ben", "Cleo", amount)}
        return next(filter(None, (getattr(self, way)(*calls[way]) for _ in range(2))), "") or self.spend("Ben", "3.00", {"Ben": 1}) or self.correct(2, "7.77")

    def told(self):
        balances = attempt(self.kitty.balances).value
        return {"balances": balances if isinstance(balances, dict) else {}, **{number: attempt(self.kitty.parts, number).value for number in self.expenses}}

    def same(self, before):
        after = self.told()
        return "" if after == before else f"a call that was refused has changed {[one for one in before if before[one] != after[one]]}"

    def compare(self):
        told, owed = self.told(), dict(self.handed)
        self.last = told
        for number, (payer, amounts, nights) in self.expenses.items():
            parts = {name: cents(part) for name, part in told[number].items()} if isinstance(told[number], dict) else {}
            if set(parts) != set(nights) or None in parts.values():
                return f"the parts of expense {number} are {told[number]}"
            total = sum(parts.values())
            if total not in amounts or min(parts.values()) < 0:
                return f"the parts of expense {number} are {told[number]}"
            if any(abs(parts[name] - Fraction(total * count, sum(nights.values()))) >= len(nights) for name, count in nights.items()):
                return f"the parts of expense {number}, for {nights}, are {told[number]}"
            owed[payer] += total
            for name, part in parts.items():
                owed[name] -= part
        if {name: cents(balance) for name, balance in told["balances"].items()} != owed:
            return f"the balances are {told['balances']}, and should be {owed} cents"
        return ""


def test_the_books_add_up():
    found = search(Books, tries=150, alone=0.7, length=5)
    exploit_if(found, str(found))


class Refused(Books):
    """After several calls that are refused there is one look at the end."""

    looks_at_each_step = False

    def same(self, before):
        return ""

    def all(self, wrongs):
        return next(filter(None, wrongs), "") or super().same(self.last)


class Typed(Refused):
    """Whatever is typed for an amount, in each of the places where one is."""

    operations = {"type": (domain("84.50", odd=TYPED),)}

    def type(self, text):
        calls = (self.spend, "Cleo", text, {"Ada": 1, "Ben": 1}), (self.correct, 1, text), (self.hand, "Ben", "Cleo", text)
        return self.all(call(*given) for call, *given in calls)


def test_what_is_typed_is_an_amount_of_cents():
    found = search(Typed, tries=len(TYPED) + 1, alone=1)
    exploit_if(found, str(found))


#: Rounded, or refused, by what a context says of numbers that do not fit.
LONG = [text for text in TYPED if len(text) > 20 and text[:1].isdigit()] + ["84.50" + "0" * 40 + "4", "0.01" + "0" * 60 + "9", "20000." + "0" * 30 + "1", "84." + "4" * 2 + "9" * 60, "1e-40", "84.505", "nan", "sNaN", "1e400", "84.5"]


def test_what_is_typed_is_an_amount_of_cents_in_every_thread():
    """What was set for the thread that imported the module, such as how numbers are rounded, does not hold in another one."""
    with threads.each_call("Kitty"):
        typed = Typed()
        for text in LONG:
            typed.start(None)
            found = typed.type(text)
            exploit_if(found, f"in another thread, {text[:60]!r} is typed: {found}")


class Nights(Refused):
    """Whatever JSON holds for nights: of one alone, of the first, and of the last, beside somebody who makes up for it."""

    operations = {"stay": (domain(2, odd=HELD),)}

    def stay(self, held):
        sorts = ({"Ada": held}, {"Ada": held, "Ben": 5}, {"Cleo": 3, "Ben": held}, {"Ada": held, "Ben": held})
        return self.all(self.spend("Ben", "10.00", nights) for nights in sorts)


def test_what_json_holds_is_a_number_of_nights():
    found = search(Nights, tries=len(HELD) + 1, alone=1)
    exploit_if(found, str(found))


class Alike(Books):
    """What is wrong comes behind what is right and looks like it: what was remembered of the one does not count for the other."""

    operations = {
        "stay": (domain(2, 1, odd=range(len(values.REMEMBERED))),),
        "type": (domain(1, 3, odd=range(len(AMOUNTS_ALIKE))),),
    }

    def stay(self, which):
        right, wrong = values.REMEMBERED[which]
        for sort in (lambda held: {"Ada": held}, lambda held: {"Ada": 2, "Ben": held}, lambda held: {"Cleo": held, "Ben": 2}, lambda held: {"Ada": held, "Ben": held}):
            effect = next(filter(None, (self.spend("Ben", "10.00", sort(held)) for held in (right, wrong, wrong))), "")
            if effect:
                return effect
        return ""

    def type(self, which):
        right, wrong = AMOUNTS_ALIKE[which]
        nights = {"Ada": 1, "Ben": 1}
        calls = (self.spend, "Cleo", nights), (self.correct, 1), (self.hand, "Ben", "Cleo")
        for call, *given in calls:
            for text in (right, wrong, wrong):
                arguments = (given[0], text, nights) if call == self.spend else (*given, text)
                if effect := call(*arguments):
                    return effect
        return ""


def test_what_was_remembered_of_the_right_does_not_count_for_the_wrong():
    found = search(Alike, tries=len(values.REMEMBERED) + len(AMOUNTS_ALIKE) + 4, alone=1)
    exploit_if(found, str(found))


def test_dictionaries_of_callers_are_not_the_books():
    shown = testify("""
kitty = solution.Kitty(people := ["Ada", "Ben", "Cleo"])
nights = {"Ada": 2, "Ben": 2}
kitty.spend("Ada", "84.00", nights)
def books():
    return [dict(kitty.parts(1)), dict(kitty.balances())]
before = books()
def change(held, *arguments):
    try:
        getattr(held, arguments[0])(*arguments[1:])
    except BaseException:
        pass
change(nights, "__setitem__", "Ben", -20)
change(nights, "__setitem__", "Cleo", 9)
change(kitty.parts(1), "__setitem__", "Ada", "0.00")
change(kitty.balances(), "__setitem__", "Ben", "900.00")
first = books()
kitty.correct(1, "84.00")
result = [before, first, books()]
""")
    for after in shown[1:]:
        exploit_if(after != shown[0], f"the books were {shown[0]}, and are {after}")
