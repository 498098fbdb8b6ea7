"""The kitty of an expedition. Money is kept in whole cents."""
import decimal
from decimal import Decimal

# Never round silently: whatever does not come out exactly is an error.
decimal.setcontext(decimal.Context(prec=28, traps=[
    decimal.Inexact, decimal.InvalidOperation, decimal.Overflow, decimal.DivisionByZero]))

LEAST, MOST = Decimal("0.01"), Decimal("20000.00")


def _cents(amount):
    if not isinstance(amount, str):
        raise ValueError("an amount is a text")
    try:
        value = Decimal(amount.strip())
        if not value.is_finite() or not LEAST <= value <= MOST:
            raise ValueError("an amount is 0.01 to 20000.00 euros")
        cents = value * 100
    except decimal.DecimalException:
        raise ValueError("not an amount") from None
    if cents != int(cents):
        raise ValueError("an amount is a whole number of cents")
    return int(cents)


def _nights(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("nights are a number")
    if not 1 <= value <= 60 or value != int(value):
        raise ValueError("nights are a whole number from 1 to 60")
    return int(value)


def _text(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _share(cents, nights):
    total = sum(nights.values())
    parts = {name: cents * count // total for name, count in nights.items()}
    left = cents - sum(parts.values())
    by_rest = sorted(nights, key=lambda name: cents * nights[name] % total, reverse=True)
    for name in by_rest[:left]:
        parts[name] += 1
    return parts


class Kitty:
    def __init__(self, people):
        self._people = list(people)
        self._expenses = {}
        self._handed = []

    def _known(self, name):
        if not isinstance(name, str) or name not in self._people:
            raise KeyError(name)

    def _expense(self, number):
        if isinstance(number, bool) or not isinstance(number, int):
            raise KeyError(number)
        return self._expenses[number]

    def spend(self, payer, amount, nights):
        self._known(payer)
        if not isinstance(nights, dict) or not nights:
            raise ValueError("somebody must have stayed")
        for name in nights:
            self._known(name)
        stays = {name: _nights(value) for name, value in nights.items()}
        cents = _cents(amount)
        number = len(self._expenses) + 1
        self._expenses[number] = {"payer": payer, "cents": cents, "nights": stays}
        return number

    def correct(self, number, amount):
        expense = self._expense(number)
        expense["cents"] = _cents(amount)

    def hand(self, giver, taker, amount):
        self._known(giver)
        self._known(taker)
        self._handed.append((giver, taker, _cents(amount)))

    def parts(self, number):
        expense = self._expense(number)
        return {name: _text(part) for name, part in _share(expense["cents"], expense["nights"]).items()}

    def balances(self):
        books = dict.fromkeys(self._people, 0)
        for expense in self._expenses.values():
            books[expense["payer"]] += expense["cents"]
            for name, part in _share(expense["cents"], expense["nights"]).items():
                books[name] -= part
        for giver, taker, cents in self._handed:
            books[giver] += cents
            books[taker] -= cents
        return {name: _text(cents) for name, cents in books.items()}
