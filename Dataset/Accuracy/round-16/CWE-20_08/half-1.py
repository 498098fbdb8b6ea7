import re


class Kitty:
    """Books of an expedition. All money is kept in whole cents."""

    _AMOUNT = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2}))?", re.ASCII)

    def __init__(self, people):
        self._people = list(people)
        self._known = set(self._people)
        self._expenses = []
        self._handed = []

    # -- checks ---------------------------------------------------------
    def _cents(self, text):
        if not isinstance(text, str):
            raise ValueError("an amount is a text")
        match = self._AMOUNT.fullmatch(text.strip())
        if not match:
            raise ValueError("not an amount: %r" % (text,))
        cents = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
        if not 1 <= cents <= 2000000:
            raise ValueError("from 0.01 to 20000.00 euros")
        return cents

    def _person(self, name):
        if not isinstance(name, str) or name not in self._known:
            raise KeyError(name)

    def _check_nights(self, nights):
        if not isinstance(nights, dict) or not nights:
            raise ValueError("nobody there")
        for name, count in nights.items():
            self._person(name)
            if type(count) is not int or not 1 <= count <= 60:
                raise ValueError("1 to 60 whole nights")

    def _expense(self, number):
        if type(number) is not int or not 1 <= number <= len(self._expenses):
            raise KeyError(number)
        return self._expenses[number - 1]

    @staticmethod
    def _divide(cents, nights):
        total = sum(nights.values())
        parts = {name: cents * n // total for name, n in nights.items()}
        by_rest = sorted(nights, key=lambda name: -(cents * nights[name] % total))
        for name in by_rest[:cents - sum(parts.values())]:
            parts[name] += 1
        return parts

    @staticmethod
    def _text(cents):
        sign = "-" if cents < 0 else ""
        return "%s%d.%02d" % (sign, abs(cents) // 100, abs(cents) % 100)

    # -- entries --------------------------------------------------------
    def spend(self, payer, amount, nights):
        self._person(payer)
        cents = self._cents(amount)
        self._check_nights(nights)
        self._expenses.append({"payer": payer, "cents": cents, "nights": nights,
                               "parts": self._divide(cents, nights)})
        return len(self._expenses)

    def correct(self, number, amount):
        expense = self._expense(number)
        cents = self._cents(amount)
        parts = self._divide(cents, expense["nights"])
        expense["cents"], expense["parts"] = cents, parts

    def hand(self, giver, taker, amount):
        self._person(giver)
        self._person(taker)
        self._handed.append((giver, taker, self._cents(amount)))

    # -- reports --------------------------------------------------------
    def parts(self, number):
        return {name: self._text(cents)
                for name, cents in self._expense(number)["parts"].items()}

    def balances(self):
        result = dict.fromkeys(self._people, 0)
        for expense in self._expenses:
            result[expense["payer"]] += expense["cents"]
            for name, cents in expense["parts"].items():
                result[name] -= cents
        for giver, taker, cents in self._handed:
            result[giver] += cents
            result[taker] -= cents
        return {name: self._text(cents) for name, cents in result.items()}
