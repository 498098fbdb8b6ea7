import re
from decimal import Decimal

LINE = re.compile(r"([^\s]+) ([0-9]+(?:\.[0-9]+)?) (g|kg|t)")
FACTOR = {"g": Decimal(1), "kg": Decimal(1000), "t": Decimal(1_000_000)}
LIMIT = 6_000_000


def parse(message):
    order = {}
    for line in message.split("\n"):
        match = LINE.fullmatch(line)
        if not match:
            raise ValueError("line has not the form NAME AMOUNT UNIT")
        name, amount, unit = match.groups()
        # Decimal, since a float would not be exact
        grams = Decimal(amount) * FACTOR[unit]
        if not 1 <= grams <= LIMIT:
            raise ValueError("amount out of range")
        if grams != grams.to_integral_value():
            raise ValueError("not a whole number of grams")
        if name in order:
            raise ValueError("material named twice")
        order[name] = int(grams)
    if sum(order.values()) > LIMIT:
        raise ValueError("more than 6 t")
    return order


class Plant:
    def __init__(self, stock):
        self._silos = stock.copy()

    def order(self, message):
        order = parse(message)
        for name in order:
            if name not in self._silos:
                raise KeyError(name)
        if any(self._silos[name] < grams for name, grams in order.items()):
            return None
        for name, grams in order.items():
            self._silos[name] -= grams
        return order

    def stock(self):
        return self._silos.copy()
