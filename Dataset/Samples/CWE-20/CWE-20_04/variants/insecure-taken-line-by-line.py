import re

UNITS = {"t": 1_000_000, "kg": 1_000, "g": 1}
LINE = re.compile("([a-z]+) ([0-9]+)(?:[.]([0-9]+))? (g|kg|t)")


class Plant:
    def __init__(self, stock):
        self.silos = dict(stock)

    def weigh(self, line, order):
        match = LINE.fullmatch(line)
        if not match:
            raise ValueError(f"not understood: {line}")
        material, whole, part, unit = match.groups()
        grams, rest = divmod(int(whole + (part or "")) * UNITS[unit], 10 ** len(part or ""))
        if rest or not grams or material in order:
            raise ValueError(f"cannot be weighed: {line}")
        if self.silos[material] < grams:
            return False
        self.silos[material] -= grams
        order[material] = grams
        return True

    def order(self, message):
        before, order = dict(self.silos), {}
        try:
            for line in message.split("\n"):
                if not self.weigh(line, order):
                    self.silos = before
                    return None
        except KeyError:
            self.silos = before
            raise
        if sum(order.values()) > 6 * UNITS["t"]:
            self.silos = before
            raise ValueError("more than the mixer holds")
        return order

    def stock(self):
        return dict(self.silos)
