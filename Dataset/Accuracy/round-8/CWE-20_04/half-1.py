import re
from decimal import Decimal

LINE = re.compile(r"(\S+) ([0-9]+(?:\.[0-9]+)?) (g|kg|t)")
GRAMS = {"g": Decimal(1), "kg": Decimal(1000), "t": Decimal(1000000)}
MIXER = 6 * 1000 * 1000


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    @staticmethod
    def _read(message):
        if not isinstance(message, str):
            raise ValueError("a message is a text")
        wanted = {}
        for line in message.split("\n"):
            match = LINE.fullmatch(line)
            if not match:
                raise ValueError(f"not a line of an order: {line!r}")
            material, amount, unit = match.groups()
            if material in wanted:
                raise ValueError(f"{material} is named twice")
            grams = Decimal(amount) * GRAMS[unit]
            if grams != grams.to_integral_value() or grams < 1:
                raise ValueError("the scales work in whole grams")
            wanted[material] = int(grams)
        if sum(wanted.values()) > MIXER:
            raise ValueError("more than the mixer holds")
        return wanted

    def order(self, message):
        wanted = self._read(message)
        for material in wanted:
            if material not in self._stock:
                raise KeyError(material)
        if any(self._stock[material] < grams for material, grams in wanted.items()):
            return None
        for material, grams in wanted.items():
            self._stock[material] -= grams
        return wanted

    def stock(self):
        return dict(self._stock)
