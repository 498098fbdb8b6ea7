"""Double-entry ledger of immutable postings; cumulative rounding on fractions."""
from __future__ import annotations
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import accumulate, pairwise
from math import floor
from types import MappingProxyType


class Refused(ValueError):
    """Not for the books."""


class Stranger(KeyError):
    """Nobody and nothing of this expedition."""


@dataclass(frozen=True)
class Money:
    cents: int

    @classmethod
    def typed(cls, text):
        if not isinstance(text, str) or len(text) > 60 or "_" in text:
            raise Refused("no amount")
        try:
            number = Decimal(text.strip())
        except InvalidOperation:
            raise Refused("no amount") from None
        # Only a finite number in range is ever made a fraction (exactly).
        if not number.is_finite() or number.adjusted() > 6 or number.adjusted() < -3:
            raise Refused("no amount of money")
        cents = Fraction(number) * 100
        if cents.denominator != 1 or not 1 <= cents <= 2_000_000:
            raise Refused("no whole cents from 0.01 to 20000.00")
        return cls(cents.numerator)

    def __str__(self):
        return str(Decimal(self.cents).scaleb(-2).quantize(Decimal("0.01")))


def nights_of(value):
    match value:
        case bool():
            raise Refused("true is no number")
        case int() if 1 <= value <= 60:
            return int(value)
        case float() if value in range(1, 61):
            return int(value)
        case _:
            raise Refused("no whole number of nights from 1 to 60")


@dataclass(frozen=True)
class Expense:
    payer: str
    money: Money
    nights: MappingProxyType

    def parts(self):
        whole = sum(self.nights.values())
        marks = [floor(Fraction(self.money.cents * upto, whole))
                 for upto in accumulate(self.nights.values(), initial=0)]
        return {name: Money(b - a) for name, (a, b) in zip(self.nights, pairwise(marks))}

    def postings(self):
        yield self.payer, self.money.cents
        for name, money in self.parts().items():
            yield name, -money.cents


@dataclass(frozen=True)
class Cash:
    giver: str
    taker: str
    money: Money

    def postings(self):
        yield self.giver, self.money.cents
        yield self.taker, -self.money.cents


class Kitty:
    __slots__ = ("_names", "_expenses", "_cash")

    def __init__(self, people):
        self._names = tuple(people)
        self._expenses: tuple[Expense, ...] = ()
        self._cash: tuple[Cash, ...] = ()

    def _who(self, name):
        for known in self._names:
            if isinstance(name, str) and name == known:
                return known
        raise Stranger(name)

    def _at(self, number):
        if isinstance(number, int) and not isinstance(number, bool) \
                and 0 < number <= len(self._expenses):
            return number - 1
        raise Stranger(number)

    def spend(self, payer, amount, nights):
        if not isinstance(nights, dict) or len(nights) == 0:
            raise Refused("for nobody")
        new = Expense(
            self._who(payer),
            Money.typed(amount),
            MappingProxyType({self._who(name): nights_of(n) for name, n in nights.items()}),
        )
        self._expenses += (new,)
        return len(self._expenses)

    def correct(self, number, amount):
        at = self._at(number)
        new = replace(self._expenses[at], money=Money.typed(amount))
        self._expenses = (*self._expenses[:at], new, *self._expenses[at + 1:])

    def hand(self, giver, taker, amount):
        self._cash += (Cash(self._who(giver), self._who(taker), Money.typed(amount)),)

    def parts(self, number):
        return {n: str(m) for n, m in self._expenses[self._at(number)].parts().items()}

    def balances(self):
        sums = Counter({name: 0 for name in self._names})
        for entry in (*self._expenses, *self._cash):
            for name, cents in entry.postings():
                sums[name] += cents
        return {name: str(Money(sums[name])) for name in self._names}
