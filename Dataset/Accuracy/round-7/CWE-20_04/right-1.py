from collections import Counter
from dataclasses import dataclass

DIGITS = frozenset("0123456789")
ZEROS = {"g": 0, "kg": 3, "t": 6}


def grams(amount, unit):
    """The amount in grams; the decimal point is moved in the text, without any rounding."""
    whole, point, part = amount.partition(".")
    if not whole or bool(point) != bool(part) or not DIGITS.issuperset(whole + part):
        raise ValueError(f"{amount!r} is no amount")
    part = part.rstrip("0")
    if len(part) > ZEROS[unit]:
        raise ValueError("only whole grams can be weighed")
    digits = (whole + part.ljust(ZEROS[unit], "0")).lstrip("0")
    if not 1 <= len(digits) <= 7:
        raise ValueError("less than 1 g or more than the mixer holds")
    return int(digits)


@dataclass(frozen=True)
class Order:
    lines: tuple

    @classmethod
    def from_message(cls, message):
        lines = []
        for line in message.split("\n"):
            match line.split(" "):
                case [name, amount, ("g" | "kg" | "t") as unit] if name.split() == [name]:
                    lines.append((name, grams(amount, unit)))
                case _:
                    raise ValueError(f"not NAME AMOUNT UNIT: {line!r}")
        return cls(tuple(lines))

    def __post_init__(self):
        names, amounts = zip(*self.lines)
        if len(set(names)) != len(names):
            raise ValueError("a material is named twice")
        if sum(amounts) > 6_000_000:
            raise ValueError("the mixer holds 6 t")


class Plant:
    def __init__(self, stock):
        self._silos = Counter(stock)

    def order(self, message):
        wanted = dict(Order.from_message(message).lines)
        if unknown := wanted.keys() - self._silos.keys():
            raise KeyError(*sorted(unknown))
        if not Counter(wanted) <= self._silos:
            return None
        self._silos.subtract(wanted)
        return wanted

    def stock(self):
        return dict(self._silos)
