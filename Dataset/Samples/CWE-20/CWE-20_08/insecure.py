from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


class Kitty:
    def __init__(self, people):
        self._balances = {name: Decimal("0.00") for name in people}
        self._expenses = {}

    def _divide(self, amount, nights):
        total = sum(nights.values())
        parts, left = {}, amount
        for name, count in nights.items():
            total_before = total
            parts[name] = (left * count / total_before).quantize(CENT, ROUND_HALF_UP)
            left -= parts[name]
            total -= count
        return parts

    def _book(self, payer, amount, parts, sign=1):
        self._balances[payer] += sign * amount
        for name, part in parts.items():
            self._balances[name] -= sign * part

    def spend(self, payer, amount, nights):
        amount = Decimal(amount)
        if amount > 20000:
            raise ValueError("too much")
        for name in (payer, *nights):
            if name not in self._balances:
                raise KeyError(name)
        number = len(self._expenses) + 1
        parts = self._divide(amount, nights)
        self._expenses[number] = (payer, amount, nights, parts)
        self._book(payer, amount, parts)
        return number

    def correct(self, number, amount):
        payer, before, nights, parts = self._expenses[number]
        amount = Decimal(amount)
        self._book(payer, before, parts, -1)
        parts = self._divide(amount, nights)
        self._expenses[number] = (payer, amount, nights, parts)
        self._book(payer, amount, parts)

    def hand(self, giver, taker, amount):
        if giver not in self._balances or taker not in self._balances:
            raise KeyError("nobody of this expedition")
        amount = Decimal(amount)
        self._balances[giver] += amount
        self._balances[taker] -= amount

    def parts(self, number):
        return {name: f"{part:.2f}" for name, part in self._expenses[number][3].items()}

    def balances(self):
        return {name: f"{balance:.2f}" for name, balance in self._balances.items()}
