import re
from fractions import Fraction


class Kitty:
    def __init__(self, people):
        self._cents = {name: 0 for name in people}
        self._expenses = []

    @staticmethod
    def _amount(text):
        found = re.fullmatch(r"\d{1,5}(\.\d\d)?", text.strip())
        cents = Fraction(found.group()) * 100 if found else 0
        if not 0 < cents <= 2_000_000:
            raise ValueError(f"not an amount: {text!r}")
        return int(cents)

    def _find(self, number):
        if not 1 <= number <= len(self._expenses):
            raise KeyError(number)
        return self._expenses[number - 1]

    def _book(self, expense, sign):
        self._cents[expense["payer"]] += sign * sum(expense["parts"].values())
        for name, part in expense["parts"].items():
            self._cents[name] -= sign * part

    @staticmethod
    def _divided(cents, nights):
        total = sum(nights.values())
        parts = {name: cents * count // total for name, count in nights.items()}
        by_rest = sorted(parts, key=lambda name: cents * nights[name] % total, reverse=True)
        for name in by_rest[: cents - sum(parts.values())]:
            parts[name] += 1
        return parts

    def spend(self, payer, amount, nights):
        for name in [payer, *nights]:
            if name not in self._cents:
                raise KeyError(name)
        for count in nights.values():
            if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= 60:
                raise ValueError(f"not a number of nights: {count!r}")
        if not nights:
            raise ValueError("nobody stayed")
        expense = {"payer": payer, "nights": dict(nights), "parts": self._divided(self._amount(amount), nights)}
        self._expenses.append(expense)
        self._book(expense, 1)
        return len(self._expenses)

    def correct(self, number, amount):
        expense = self._find(number)
        parts = self._divided(self._amount(amount), expense["nights"])
        self._book(expense, -1)
        expense["parts"] = parts
        self._book(expense, 1)

    def hand(self, giver, taker, amount):
        cents = self._amount(amount)
        for name in (giver, taker):
            if name not in self._cents:
                raise KeyError(name)
        self._cents[giver] += cents
        self._cents[taker] -= cents

    @staticmethod
    def _text(cents):
        return "-" * (cents < 0) + "%d.%02d" % divmod(abs(cents), 100)

    def parts(self, number):
        return {name: self._text(part) for name, part in self._find(number)["parts"].items()}

    def balances(self):
        return {name: self._text(cents) for name, cents in self._cents.items()}
