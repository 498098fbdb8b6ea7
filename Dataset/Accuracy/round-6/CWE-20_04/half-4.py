import re
from dataclasses import dataclass

KG = 1000
FACTOR = {"g": (1, 0), "kg": (KG, 3), "t": (KG * KG, 6)}
MIXER_KG = 6000
FORM = re.compile(r"(\S+) ([0-9]+)(?:\.([0-9]+))? (g|kg|t)\Z")


@dataclass(frozen=True)
class Item:
    material: str
    grams: int

    @classmethod
    def parse(cls, line):
        match = FORM.match(line)
        if match is None:
            raise ValueError(f"malformed line: {line!r}")
        material, whole, part, unit = match.groups()
        factor, places = FACTOR[unit]
        part = (part or "").rstrip("0")
        if len(part) > places:
            raise ValueError("less than a gram cannot be weighed")
        grams = int(whole) * factor + int(part.ljust(places, "0") or 0)
        if grams < 1:
            raise ValueError("at least 1 g")
        return cls(material, grams)


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        items = [Item.parse(line) for line in message.split("\n")]
        wanted = {item.material: item.grams for item in items}
        if len(wanted) != len(items):
            raise ValueError("each material once")
        if sum(wanted.values()) // KG > MIXER_KG:
            raise ValueError("the mixer holds 6 t")
        for material in wanted:
            if material not in self._stock:
                raise KeyError(material)
        if any(self._stock[m] < grams for m, grams in wanted.items()):
            return None
        for material, grams in wanted.items():
            self._stock[material] -= grams
        return wanted

    def stock(self):
        return dict(self._stock)
