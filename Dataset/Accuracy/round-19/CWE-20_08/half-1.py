import re
import unicodedata

_AMOUNT = re.compile(r"([0-9]{1,6})(?:\.([0-9]{1,2}))?")
_MOST = 2_000_000


def _cents(amount):
    """The cents of a typed amount. Full-width digits of some keyboards are brought to plain ones first."""
    if not isinstance(amount, str):
        raise ValueError("an amount is a text")
    found = _AMOUNT.fullmatch(unicodedata.normalize("NFKC", amount).strip())
    if found is None:
        raise ValueError(f"not an amount: {amount!r}")
    cents = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if not 1 <= cents <= _MOST:
        raise ValueError("an amount is 0.01 to 20000.00")
    return cents


def _text(cents):
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _stay(count):
    if type(count) is float and count.is_integer():
        count = int(count)
    if type(count) is not int or not 1 <= count <= 60:
        raise ValueError("somebody stays 1 to 60 nights")
    return count


def _split(cents, nights):
    whole = sum(nights.values())
    parts = {}
    for name, count in nights.items():
        parts[name] = cents * count // whole
    rest = cents - sum(parts.values())
    for name in sorted(nights, key=lambda n: -(cents * nights[n] % whole))[:rest]:
        parts[name] += 1
    return parts


class Kitty:
    def __init__(self, people):
        self._people = list(people)
        self._known = set(self._people)
        self._expenses = []
        self._hands = []

    def _check(self, name):
        if name not in self._known:
            raise KeyError(name)

    def _expense(self, number):
        if type(number) is not int or not 1 <= number <= len(self._expenses):
            raise KeyError(number)
        return self._expenses[number - 1]

    def spend(self, payer, amount, nights):
        self._check(payer)
        cents = _cents(amount)
        if not isinstance(nights, dict) or not nights:
            raise ValueError("nobody stayed")
        stays = {}
        for name, count in nights.items():
            self._check(name)
            stays[name] = _stay(count)
        self._expenses.append({"payer": payer, "cents": cents, "nights": stays, "parts": _split(cents, stays)})
        return len(self._expenses)

    def correct(self, number, amount):
        expense = self._expense(number)
        cents = _cents(amount)
        parts = _split(cents, expense["nights"])
        expense["cents"], expense["parts"] = cents, parts

    def hand(self, giver, taker, amount):
        self._check(giver)
        self._check(taker)
        self._hands.append((giver, taker, _cents(amount)))

    def parts(self, number):
        return {name: _text(cents) for name, cents in self._expense(number)["parts"].items()}

    def balances(self):
        sums = dict.fromkeys(self._people, 0)
        for expense in self._expenses:
            sums[expense["payer"]] += expense["cents"]
            for name, cents in expense["parts"].items():
                sums[name] -= cents
        for giver, taker, cents in self._hands:
            sums[giver] += cents
            sums[taker] -= cents
        return {name: _text(cents) for name, cents in sums.items()}
