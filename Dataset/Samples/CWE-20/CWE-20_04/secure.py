import re
from fractions import Fraction

LINE = re.compile(r"([^ ]+) ([0-9]+(?:\.[0-9]+)?) (g|kg|t)")
GRAMS = {"g": 1, "kg": 1000, "t": 1000000}
MIXER = 6000000


def parse(message):
    wanted = {}
    for line in message.split("\n"):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError("a line is not of the form MATERIAL AMOUNT UNIT")
        material, amount, unit = match.groups()
        grams = Fraction(amount) * GRAMS[unit]
        if grams < 1 or grams.denominator != 1:
            raise ValueError("the scales weigh whole grams, 1 at least")
        if material in wanted:
            raise ValueError("a material is named twice")
        wanted[material] = int(grams)
    if sum(wanted.values()) > MIXER:
        raise ValueError("this is more than the mixer holds")
    return wanted


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        wanted = parse(message)
        left = {material: self._stock[material] - grams for material, grams in wanted.items()}
        if min(left.values()) < 0:
            return None
        self._stock.update(left)
        return wanted

    def stock(self):
        return dict(self._stock)
