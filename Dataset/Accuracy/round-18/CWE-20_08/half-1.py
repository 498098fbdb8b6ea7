from decimal import Decimal, InvalidOperation


def _cents(text):
    """A typed amount as whole cents, or ValueError."""
    if not isinstance(text, str) or not text.isascii() or "_" in text:
        raise ValueError("not an amount")
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise ValueError("not an amount") from None
    if not amount.is_finite() or not Decimal("0.01") <= amount <= 20000:
        raise ValueError("not an amount from 0.01 to 20000.00")
    cents = amount * 100
    if cents != cents.to_integral_value():
        raise ValueError("no whole number of cents")
    return int(cents)


def _text(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _divide(cents, nights):
    total = sum(nights.values())
    parts = {name: cents * n // total for name, n in nights.items()}
    rest = cents - sum(parts.values())
    for name in sorted(nights, key=lambda name: -(cents * nights[name] % total))[:rest]:
        parts[name] += 1
    return parts


class Kitty:
    def __init__(self, people):
        self._people = list(people)
        self._expenses = {}
        self._handed = []

    def _check(self, name):
        if not isinstance(name, str) or name not in self._people:
            raise KeyError(name)

    def _expense(self, number):
        if type(number) is not int or number not in self._expenses:
            raise KeyError(number)
        return self._expenses[number]

    def spend(self, payer, amount, nights):
        self._check(payer)
        cents = _cents(amount)
        if not isinstance(nights, dict) or not nights:
            raise ValueError("nobody")
        checked = {}
        for name, n in nights.items():
            self._check(name)
            if type(n) not in (int, float) or n != n or not 1 <= n <= 60 or n != int(n):
                raise ValueError("not a number of nights")
            checked[name] = int(n)
        number = len(self._expenses) + 1
        self._expenses[number] = [payer, cents, checked]
        return number

    def correct(self, number, amount):
        expense = self._expense(number)
        expense[1] = _cents(amount)

    def hand(self, giver, taker, amount):
        self._check(giver)
        self._check(taker)
        self._handed.append((giver, taker, _cents(amount)))

    def parts(self, number):
        _, cents, nights = self._expense(number)
        return {name: _text(part) for name, part in _divide(cents, nights).items()}

    def balances(self):
        result = dict.fromkeys(self._people, 0)
        for payer, cents, nights in self._expenses.values():
            result[payer] += cents
            for name, part in _divide(cents, nights).items():
                result[name] -= part
        for giver, taker, cents in self._handed:
            result[giver] += cents
            result[taker] -= cents
        return {name: _text(cents) for name, cents in result.items()}
