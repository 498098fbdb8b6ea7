"""The kitty of an expedition: who has paid, who owes."""
import re
from functools import lru_cache

_AMOUNT = re.compile(r"\s*([0-9]{1,5})(?:\.([0-9]{1,2}))?\s*")


def _cents(text):
    if not isinstance(text, str):
        raise ValueError("an amount is a text")
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError("not an amount of whole cents")
    cents = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    if not 1 <= cents <= 2_000_000:
        raise ValueError("an amount is 0.01 to 20000.00")
    return cents


def _text(cents):
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{euros}.{rest:02d}"


@lru_cache(maxsize=4096)
def _shares(cents, nights):
    """Whole cents for each of `nights`, by largest remainders.

    Balances ask for the same shares again and again, so they are remembered.
    """
    if not nights:
        raise ValueError("nobody to pay for")
    for n in nights:
        if isinstance(n, bool) or not isinstance(n, (int, float)):
            raise ValueError("a number of nights is a number")
        if not 1 <= n <= 60 or n != int(n):
            raise ValueError("nights are whole numbers from 1 to 60")
    nights = [int(n) for n in nights]
    total = sum(nights)
    shares = [cents * n // total for n in nights]
    order = sorted(range(len(nights)), key=lambda i: -(cents * nights[i] % total))
    for i in order[:cents - sum(shares)]:
        shares[i] += 1
    return tuple(shares)


class Kitty:
    def __init__(self, people):
        self._people = tuple(people)
        self._expenses = []
        self._handed = []

    def _known(self, name):
        if not isinstance(name, str) or name not in self._people:
            raise KeyError(name)
        return name

    def _expense(self, number):
        if type(number) is not int or not 1 <= number <= len(self._expenses):
            raise KeyError(number)
        return self._expenses[number - 1]

    def spend(self, payer, amount, nights):
        self._known(payer)
        if not isinstance(nights, dict):
            raise ValueError("nights is a dictionary")
        names = tuple(self._known(name) for name in nights)
        cents, values = _cents(amount), tuple(nights.values())
        try:
            _shares(cents, values)
        except TypeError:               # a list or the like among the nights
            raise ValueError("a number of nights is a number") from None
        self._expenses.append((payer, cents, names, values))
        return len(self._expenses)

    def correct(self, number, amount):
        payer, _, names, values = self._expense(number)
        self._expenses[number - 1] = (payer, _cents(amount), names, tuple(map(int, values)))

    def hand(self, giver, taker, amount):
        self._handed.append((self._known(giver), self._known(taker), _cents(amount)))

    def parts(self, number):
        _, cents, names, values = self._expense(number)
        return dict(zip(names, map(_text, _shares(cents, values))))

    def balances(self):
        sums = dict.fromkeys(self._people, 0)
        for payer, cents, names, values in self._expenses:
            sums[payer] += cents
            for name, share in zip(names, _shares(cents, values)):
                sums[name] -= share
        for giver, taker, cents in self._handed:
            sums[giver] += cents
            sums[taker] -= cents
        return {name: _text(cents) for name, cents in sums.items()}
