import re

AMOUNT = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2}))?")


def to_cents(text):
    match = AMOUNT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError("not an amount: %r" % (text,))
    cents = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
    if not 1 <= cents <= 2000000:
        raise ValueError("amounts are 0.01 to 20000.00 euros")
    return cents


def to_text(cents):
    euros, rest = divmod(abs(cents), 100)
    return "%s%d.%02d" % ("-" if cents < 0 else "", euros, rest)


def divide(cents, nights):
    """Largest remainders get the cents that are left over."""
    total = sum(nights.values())
    parts = {}
    remainders = []
    for name, n in nights.items():
        parts[name], remainder = divmod(cents * n, total)
        remainders.append((remainder, name))
    remainders.sort(reverse=True)
    left = int(cents - sum(parts.values()))
    for _, name in remainders[:left]:
        parts[name] += 1
    return {name: int(part) for name, part in parts.items()}


class Expense:
    def __init__(self, payer, cents, nights):
        self.payer = payer
        self.nights = nights
        self.set(cents)

    def set(self, cents):
        self.parts = divide(cents, self.nights)
        self.cents = cents


class Kitty:
    def __init__(self, people):
        self._people = tuple(people)
        self._expenses = []
        self._handed = dict.fromkeys(self._people, 0)

    def _known(self, *names):
        for name in names:
            if name not in self._people:
                raise KeyError(name)

    def _expense(self, number):
        if type(number) is not int or not 1 <= number <= len(self._expenses):
            raise KeyError(number)
        return self._expenses[number - 1]

    def spend(self, payer, amount, nights):
        if not isinstance(nights, dict) or not nights:
            raise ValueError("for nobody")
        self._known(payer, *nights)
        cents = to_cents(amount)
        for n in nights.values():
            if type(n) is not int or not 1 <= n <= 60:
                raise ValueError("nights are 1 to 60, a whole number")
        self._expenses.append(Expense(payer, cents, nights))
        return len(self._expenses)

    def correct(self, number, amount):
        expense = self._expense(number)
        expense.set(to_cents(amount))

    def hand(self, giver, taker, amount):
        self._known(giver, taker)
        cents = to_cents(amount)
        self._handed[giver] += cents
        self._handed[taker] -= cents

    def parts(self, number):
        return {name: to_text(part) for name, part in self._expense(number).parts.items()}

    def balances(self):
        sums = dict(self._handed)
        for expense in self._expenses:
            sums[expense.payer] += expense.cents
            for name, part in expense.parts.items():
                sums[name] -= part
        return {name: to_text(cents) for name, cents in sums.items()}
