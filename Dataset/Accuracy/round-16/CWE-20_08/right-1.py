"""The kitty as a journal: entries are immutable, every report replays them."""
from collections import namedtuple
from fractions import Fraction
from itertools import accumulate

Paid = namedtuple("Paid", "payer shares")
Amount = namedtuple("Amount", "number cents")
Cash = namedtuple("Cash", "giver taker cents")


class BadEntry(ValueError):
    pass


class Stranger(KeyError):
    pass


def _parse(typed):
    if type(typed) is not str or len(typed) > 40:
        raise BadEntry("amount")
    whole, point, rest = typed.strip(" ").partition(".")
    digits = whole + rest
    if (not whole or not set(digits) <= set("0123456789") or bool(point) != bool(rest)
            or len(rest.rstrip("0")) > 2):
        raise BadEntry("amount")
    cents = Fraction(int(digits), 10 ** len(rest)) * 100
    if cents.denominator != 1 or not 1 <= cents <= 2_000_000:
        raise BadEntry("amount")
    return cents.numerator


def _show(cents):
    text = str(abs(cents)).zfill(3)
    return "-" * (cents < 0) + text[:-2] + "." + text[-2:]


def _split(cents, shares):
    """Round the running sums half up, and take differences."""
    names, nights = zip(*shares)
    whole = sum(nights)
    marks = [0, *((2 * cents * n + whole) // (2 * whole) for n in accumulate(nights))]
    return {name: b - a for name, a, b in zip(names, marks, marks[1:])}


class Kitty:
    __slots__ = ("__names", "__journal")

    def __init__(self, people):
        self.__names = tuple(people)
        self.__journal = ()

    def __who(self, name):
        if type(name) is not str or name not in self.__names:
            raise Stranger(name)
        return name

    def __state(self):
        paid, amounts, cash = [], {}, []
        for entry in self.__journal:
            match entry:
                case Paid():
                    paid.append(entry)
                case Amount(number, cents):
                    amounts[number] = cents
                case Cash():
                    cash.append(entry)
        return paid, amounts, cash

    def __find(self, number):
        paid, amounts, _ = self.__state()
        if type(number) is not int or number not in amounts:
            raise Stranger(number)
        return paid[number - 1], amounts[number]

    def spend(self, payer, amount, nights):
        self.__who(payer)
        if not isinstance(nights, dict) or not nights:
            raise BadEntry("nights")
        shares = []
        for name, count in nights.items():
            self.__who(name)
            if type(count) is not int or count not in range(1, 61):
                raise BadEntry("nights")
            shares.append((name, count))
        cents = _parse(amount)
        number = sum(isinstance(e, Paid) for e in self.__journal) + 1
        self.__journal += (Paid(payer, tuple(shares)), Amount(number, cents))
        return number

    def correct(self, number, amount):
        self.__find(number)
        self.__journal += (Amount(number, _parse(amount)),)

    def hand(self, giver, taker, amount):
        if self.__who(giver) == self.__who(taker):
            raise BadEntry("nobody hands money to herself")
        self.__journal += (Cash(giver, taker, _parse(amount)),)

    def parts(self, number):
        paid, cents = self.__find(number)
        return {name: _show(part) for name, part in _split(cents, paid.shares).items()}

    def balances(self):
        paid, amounts, cash = self.__state()
        moves = []
        for number, entry in enumerate(paid, 1):
            moves.append((entry.payer, amounts[number]))
            moves += ((name, -part) for name, part in _split(amounts[number], entry.shares).items())
        for giver, taker, cents in cash:
            moves += ((giver, cents), (taker, -cents))
        return {name: _show(sum(m for who, m in moves if who == name)) for name in self.__names}
