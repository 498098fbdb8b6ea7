"""The kitty of an expedition: who has paid, who owes."""
import re
import unicodedata

_AMOUNT = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2}))?")
_MIN, _MAX = 1, 2_000_000


def _cents(text):
    """Whole cents of a typed amount. Exact: no floats, no rounding."""
    if not isinstance(text, str):
        raise ValueError("an amount is a text")
    # Tablets with an Asian keyboard type full-width digits and points.
    text = unicodedata.normalize("NFKC", text).strip()
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an amount: {text[:40]!r}")
    cents = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    if not _MIN <= cents <= _MAX:
        raise ValueError("an amount is 0.01 to 20000.00")
    return cents


def _text(cents):
    sign = "-" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return f"{sign}{euros}.{rest:02d}"


def _night(value):
    if type(value) is float and value.is_integer() and 1 <= value <= 60:
        value = int(value)
    if type(value) is not int or not 1 <= value <= 60:
        raise ValueError("nights are whole numbers from 1 to 60")
    return value


def _split(cents, nights):
    total = sum(nights.values())
    parts, rests = {}, []
    for name, n in nights.items():
        parts[name], rest = divmod(cents * n, total)
        rests.append((rest, name))
    missing = cents - sum(parts.values())
    rests.sort(key=lambda pair: -pair[0])
    for _, name in rests[:missing]:
        parts[name] += 1
    return parts


class Kitty:
    def __init__(self, people):
        self._people = list(people)
        self._known = frozenset(self._people)
        self._expenses = {}
        self._handed = []

    def _check(self, name):
        if not isinstance(name, str) or name not in self._known:
            raise KeyError(name)

    def _expense(self, number):
        if type(number) is not int or number not in self._expenses:
            raise KeyError(number)
        return self._expenses[number]

    def spend(self, payer, amount, nights):
        self._check(payer)
        if not isinstance(nights, dict) or not nights:
            raise ValueError("nobody to pay for")
        for name in nights:
            self._check(name)
        own = {name: _night(n) for name, n in nights.items()}
        cents = _cents(amount)
        number = len(self._expenses) + 1
        self._expenses[number] = (payer, cents, own)
        return number

    def correct(self, number, amount):
        payer, _, nights = self._expense(number)
        self._expenses[number] = (payer, _cents(amount), nights)

    def hand(self, giver, taker, amount):
        self._check(giver)
        self._check(taker)
        self._handed.append((giver, taker, _cents(amount)))

    def parts(self, number):
        _, cents, nights = self._expense(number)
        return {name: _text(c) for name, c in _split(cents, nights).items()}

    def balances(self):
        sums = dict.fromkeys(self._people, 0)
        for payer, cents, nights in self._expenses.values():
            sums[payer] += cents
            for name, part in _split(cents, nights).items():
                sums[name] -= part
        for giver, taker, cents in self._handed:
            sums[giver] += cents
            sums[taker] -= cents
        return {name: _text(c) for name, c in sums.items()}
