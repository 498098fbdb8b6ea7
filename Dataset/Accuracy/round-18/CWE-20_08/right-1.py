from collections import Counter, namedtuple
from fractions import Fraction
from itertools import accumulate

Bill = namedtuple("Bill", "payer cents shares")
_DIGITS = frozenset("0123456789")


class Refused(ValueError):
    pass


def _parse(text):
    if not isinstance(text, str):
        raise Refused("no text")
    euros, point, rest = text.strip(" ").partition(".")
    if not euros or not _DIGITS.issuperset(euros + rest) or (point and not rest):
        raise Refused("no amount")
    rest = rest.rstrip("0")
    euros = euros.lstrip("0") or "0"
    if len(rest) > 2 or len(euros) > 5:
        raise Refused("too fine or too large")
    cents = int(euros + rest.ljust(2, "0"))
    if not 0 < cents <= 20000_00:
        raise Refused("out of range")
    return cents


def _show(cents):
    head = str(abs(cents)).zfill(3)
    return "-" * (cents < 0) + head[:-2] + "." + head[-2:]


def _night(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Refused("no number of nights")
    try:
        value = Fraction(value)
    except (ValueError, OverflowError):
        raise Refused("no number of nights") from None
    if value.denominator != 1 or not 1 <= value <= 60:
        raise Refused("no number of nights")
    return value.numerator


def _split(bill):
    """Marks on a line: each part is what lies between two whole-cent marks."""
    names, shares = zip(*bill.shares)
    total = sum(shares)
    marks = [bill.cents * sofar // total for sofar in accumulate(shares, initial=0)]
    return {name: b - a for name, a, b in zip(names, marks, marks[1:])}


class Kitty:
    def __init__(self, people):
        self.__people = tuple(people)
        self.__bills = []
        self.__cash = Counter()

    def __who(self, name):
        if not (isinstance(name, str) and name in self.__people):
            raise KeyError(name)
        return name

    def __at(self, number):
        if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= len(self.__bills):
            raise KeyError(number)
        return number - 1

    def spend(self, payer, amount, nights):
        if not isinstance(nights, dict) or not nights:
            raise Refused("for nobody")
        shares = tuple((self.__who(name), _night(n)) for name, n in nights.items())
        self.__bills.append(Bill(self.__who(payer), _parse(amount), shares))
        return len(self.__bills)

    def correct(self, number, amount):
        at = self.__at(number)
        self.__bills[at] = self.__bills[at]._replace(cents=_parse(amount))

    def hand(self, giver, taker, amount):
        giver, taker, cents = self.__who(giver), self.__who(taker), _parse(amount)
        self.__cash[giver] += cents
        self.__cash[taker] -= cents

    def parts(self, number):
        return {k: _show(v) for k, v in _split(self.__bills[self.__at(number)]).items()}

    def balances(self):
        books = Counter(self.__cash)
        for bill in self.__bills:
            books[bill.payer] += bill.cents
            books.subtract(_split(bill))
        return {name: _show(books[name]) for name in self.__people}
