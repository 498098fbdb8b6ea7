import re
from fractions import Fraction

LINE = re.compile(r"(\S+) (\d+(?:\.\d+)?) (g|kg|t)")
GRAMS = {"g": 1, "kg": 1000, "t": 1_000_000}
MIXER = 6_000_000


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def _parse(self, message):
        wanted = {}
        for line in message.split("\n"):
            match = LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"cannot read {line!r}")
            name, amount, unit = match.groups()
            grams = Fraction(amount) * GRAMS[unit]
            if grams.denominator != 1 or grams < 1:
                raise ValueError(f"cannot weigh {amount} {unit}")
            if name in wanted:
                raise ValueError(f"{name} is named twice")
            wanted[name] = int(grams)
        if sum(wanted.values()) > MIXER:
            raise ValueError("more than the mixer holds")
        return wanted

    def order(self, message):
        wanted = self._parse(message)
        left = {name: self._stock[name] - grams for name, grams in wanted.items()}
        if min(left.values()) < 0:
            return None
        self._stock.update(left)
        return wanted

    def stock(self):
        return dict(self._stock)
