from decimal import Decimal, InvalidOperation
import re

LOWEST, HIGHEST = 1, 20000 * 100


def to_cents(text):
    """The amount in whole cents; ValueError if it is not one."""
    if not isinstance(text, str) or not re.fullmatch(r"\s*[0-9]{1,5}(\.[0-9]{1,2})?\s*", text):
        raise ValueError("not an amount in euros and cents")
    cents = int(Decimal(text.strip()).scaleb(2))
    if not LOWEST <= cents <= HIGHEST:
        raise ValueError("amounts are 0.01 to 20000.00")
    return cents


def to_text(cents):
    return "{}{}.{:02}".format("-" if cents < 0 else "", *divmod(abs(cents), 100))


def to_nights(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("nights are a whole number")
    if not 1 <= value <= 60 or value != int(value):
        raise ValueError("nights are 1 to 60")
    return int(value)


def divide(cents, nights):
    """Each boundary between two people is rounded down, so that the parts add up."""
    total, passed, before, parts = sum(nights.values()), 0, 0, {}
    for name, count in nights.items():
        passed += count
        upto = cents * passed // total
        parts[name] = upto - before
        before = upto
    return parts


class Kitty:
    def __init__(self, people):
        self._balance = {name: 0 for name in people}
        self._expenses = {}

    def _name(self, name):
        if not isinstance(name, str) or name not in self._balance:
            raise KeyError(name)
        return name

    def _get(self, number):
        if type(number) is not int:
            raise KeyError(number)
        return self._expenses[number]

    def _book(self, payer, cents, parts, sign):
        self._balance[payer] += sign * cents
        for name, part in parts.items():
            self._balance[name] -= sign * part

    def spend(self, payer, amount, nights):
        self._name(payer)
        cents = to_cents(amount)
        if not isinstance(nights, dict) or not nights:
            raise ValueError("for nobody")
        own = {self._name(name): to_nights(count) for name, count in nights.items()}
        parts = divide(cents, own)
        number = len(self._expenses) + 1
        self._expenses[number] = (payer, cents, own, parts)
        self._book(payer, cents, parts, 1)
        return number

    def correct(self, number, amount):
        payer, old, nights, old_parts = self._get(number)
        cents = to_cents(amount)
        parts = divide(cents, nights)
        self._book(payer, old, old_parts, -1)
        self._book(payer, cents, parts, 1)
        self._expenses[number] = (payer, cents, nights, parts)

    def hand(self, giver, taker, amount):
        balance = self._balance
        self._name(giver), self._name(taker)
        cents = to_cents(amount)
        balance[giver], balance[taker] = balance[giver] + cents, balance[taker] - cents

    def parts(self, number):
        return {name: to_text(part) for name, part in self._get(number)[3].items()}

    def balances(self):
        return {name: to_text(cents) for name, cents in self._balance.items()}
