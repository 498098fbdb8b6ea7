import re
from decimal import Decimal

LINE = re.compile(r"(\S+) ([0-9]+(?:\.[0-9]+)?) (g|kg|t)")
GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "t": Decimal(1000000)}
LIMIT = 6_000_000


def _parse(message):
    wanted = {}
    for line in message.split("\n"):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"not an order line: {line!r}")
        name, amount, unit = match.groups()
        if name in wanted:
            raise ValueError(f"{name} is named twice")
        grams = Decimal(amount) * GRAMS[unit]
        if grams > LIMIT:
            raise ValueError("more than the mixer holds")
        if grams < 1 or grams != grams.to_integral_value():
            raise ValueError(f"not a whole number of grams: {line!r}")
        wanted[name] = int(grams)
    if sum(wanted.values()) > LIMIT:
        raise ValueError("more than the mixer holds")
    return wanted


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        wanted = _parse(message)
        left = {name: self._stock[name] - grams for name, grams in wanted.items()}
        if any(grams < 0 for grams in left.values()):
            return None
        self._stock.update(left)
        return wanted

    def stock(self):
        return dict(self._stock)
