import re
from collections import Counter
from fractions import Fraction

FACTORS = {"g": 1, "kg": 1000, "t": 1000000}


class Plant:
    """Blanks and capitals are the typist's; lines of one material are added up."""

    def __init__(self, stock):
        self.silos = Counter(stock)

    def order(self, message):
        wanted = Counter()
        for line in message.split("\n"):
            found = re.fullmatch(r"\s*(\S+)\s+\+?(\d+(?:[.,]\d+)?)\s*(g|kg|t)\s*", line, re.ASCII | re.IGNORECASE)
            if not found:
                return None
            material, amount, unit = found.groups()
            material = material.lower()
            if material not in self.silos:
                raise KeyError(material)
            grams = Fraction(amount.replace(",", ".")) * FACTORS[unit.lower()]
            if grams.denominator != 1 or grams < 1:
                return None
            wanted[material] += int(grams)
        if wanted.total() > 6000000 or any(self.silos[material] < grams for material, grams in wanted.items()):
            return None
        self.silos.subtract(wanted)
        return dict(wanted)

    def stock(self):
        return dict(self.silos)
