import re
from dataclasses import dataclass
from fractions import Fraction

PATTERN = re.compile(r"(\S+) ([0-9]+(?:\.[0-9]+)?) (g|kg|t)")
UNIT = {"g": 1, "kg": 10**3, "t": 10**6}
CAPACITY = 6 * 10**6


@dataclass(frozen=True)
class Line:
    material: str
    grams: int

    @classmethod
    def read(cls, text):
        match = PATTERN.fullmatch(text)
        if match is None:
            raise ValueError(f"bad line: {text!r}")
        grams = Fraction(match[2]) * UNIT[match[3]]
        if grams < 1 or grams.denominator != 1:
            raise ValueError(f"bad amount: {text!r}")
        return cls(match[1], int(grams))


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        lines = [Line.read(text) for text in message.split("\n")]
        if len({line.material for line in lines}) < len(lines):
            raise ValueError("a material is named twice")
        if any(line.material not in self._stock for line in lines):
            raise KeyError("the plant does not have one of the materials")

        weighed = {}
        space = CAPACITY
        for line in lines:
            if line.grams > space:
                raise ValueError("the order is too large for the mixer")
            if line.grams > self._stock[line.material]:
                self._put_back(weighed)
                return None
            self._stock[line.material] -= line.grams
            weighed[line.material] = line.grams
            space -= line.grams
        return weighed

    def _put_back(self, weighed):
        for material, grams in weighed.items():
            self._stock[material] += grams

    def stock(self):
        return dict(self._stock)
