import re

UNITS = {"g": 0, "kg": 3, "t": 6}
MIXER = 6_000_000
LINE = re.compile(r"([^ ]+) ([0-9]+)(?:\.([0-9]+))? (g|kg|t)")


def _grams(whole, part, unit):
    places = UNITS[unit]
    part = (part or "").rstrip("0")
    if len(part) > places:
        raise ValueError("the scales weigh whole grams only")
    grams = int(whole + part.ljust(places, "0"))
    if not 1 <= grams <= MIXER:
        raise ValueError("an amount that the plant cannot weigh")
    return grams


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def _material(self, name):
        """The name as the plant writes it; phones like to begin a line with a capital."""
        if name in self._stock:
            return name
        for material in self._stock:
            if material.casefold() == name.casefold():
                return material
        raise KeyError(name)

    def order(self, message):
        lines = []
        for line in message.split("\n"):
            match = LINE.fullmatch(line)
            if not match:
                raise ValueError("this is not a line of an order")
            name, *amount = match.groups()
            lines.append((name, _grams(*amount)))
        if len({name for name, _ in lines}) < len(lines):
            raise ValueError("a material is named twice")
        if sum(grams for _, grams in lines) > MIXER:
            raise ValueError("the mixer holds 6 t")
        wanted = [(self._material(name), grams) for name, grams in lines]
        if any(self._stock[material] < grams for material, grams in wanted):
            return None
        for material, grams in wanted:
            self._stock[material] -= grams
        return dict(wanted)

    def stock(self):
        return self._stock.copy()
