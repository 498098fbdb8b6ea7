import re
import unicodedata
from fractions import Fraction

LINE = re.compile(r"(?P<name>\S+) (?P<amount>[0-9]+(\.[0-9]+)?) (?P<unit>g|kg|t)")
UNITS = {"g": 1, "kg": 1000, "t": 1000 * 1000}


def _key(name):
    """Telephones write an umlaut as one character or as two."""
    return unicodedata.normalize("NFC", name)


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)
        self._names = {_key(name): name for name in stock}

    def order(self, message):
        amounts = {}
        for line in message.split("\n"):
            m = LINE.fullmatch(line)
            if m is None or m["name"] in amounts:
                raise ValueError(f"not a line of an order: {line!r}")
            grams = Fraction(m["amount"]) * UNITS[m["unit"]]
            if grams.denominator > 1 or grams == 0:
                raise ValueError("only whole grams can be weighed")
            amounts[m["name"]] = grams.numerator
        if sum(amounts.values()) > 6 * UNITS["t"]:
            raise ValueError("too much for the mixer")

        lines = [(self._names[_key(name)], grams) for name, grams in amounts.items()]
        if any(grams > self._stock[name] for name, grams in lines):
            return None
        for name, grams in lines:
            self._stock[name] -= grams
        return dict(lines)

    def stock(self):
        return dict(self._stock)
