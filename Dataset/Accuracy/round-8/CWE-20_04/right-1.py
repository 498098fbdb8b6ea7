import re

LINE = re.compile(r"(\S+) ([0-9]+)(?:\.([0-9]+))? (g|kg|t)")
DIGITS = {"g": 0, "kg": 3, "t": 6}


class Plant:
    def __init__(self, stock):
        self._stock = dict(stock)

    def order(self, message):
        if not isinstance(message, str):
            raise ValueError("a message is a text")
        out = {}
        for line in message.split("\n"):
            match = LINE.fullmatch(line)
            if match is None:
                raise ValueError("not a line of an order")
            material, whole, part, unit = match.groups()
            if material in out:
                raise ValueError("material named twice")
            part = (part or "").rstrip("0")
            if len(part) > DIGITS[unit]:
                raise ValueError("part of a gram")
            digits = (whole + part.ljust(DIGITS[unit], "0")).lstrip("0")
            if not digits or len(digits) > 7:
                raise ValueError("less than 1 g or more than 6 t")
            out[material] = int(digits)
        if sum(out.values()) > 6000000:
            raise ValueError("more than 6 t")
        for material in out:
            if material not in self._stock:
                raise KeyError(material)
        for material, grams in out.items():
            if grams > self._stock[material]:
                return None
        for material, grams in out.items():
            self._stock[material] -= grams
        return out

    def stock(self):
        return dict(self._stock)
