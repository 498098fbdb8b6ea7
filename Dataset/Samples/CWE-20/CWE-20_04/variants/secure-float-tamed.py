import dataclasses
import math
import re

MIXER = 6_000_000


@dataclasses.dataclass(frozen=True)
class Line:
    material: str
    grams: int

    @classmethod
    def read(cls, text):
        fields = text.split(" ")
        if len(fields) != 3 or not re.fullmatch("[0-9]{1,12}([.][0-9]{1,12})?", fields[1]):
            raise ValueError(f"this is no line of an order: {text!r}")
        grams = float(fields[1]) * {"g": 1, "kg": 1e3, "t": 1e6}.get(fields[2], math.nan)
        if not 1 <= grams <= MIXER or not math.isclose(grams, round(grams), rel_tol=1e-12):
            raise ValueError(f"the scales cannot weigh {text!r}")
        return cls(fields[0], round(grams))


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        lines = [Line.read(text) for text in message.split("\n")]
        wanted = {line.material: line.grams for line in lines}
        if len(wanted) != len(lines):
            raise ValueError("each material can be named once")
        if sum(wanted.values()) > MIXER:
            raise ValueError("the mixer holds 6 t")
        if any([self._stock[material] < grams for material, grams in wanted.items()]):
            return None
        for material in wanted:
            self._stock[material] -= wanted[material]
        return wanted

    def stock(self):
        return dict(self._stock)
