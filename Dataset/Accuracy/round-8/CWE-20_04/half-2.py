import re

_LINE = re.compile(r"([^\s]+) ([0-9]+)(?:\.([0-9]+))? (g|kg|t)")
_PLACES = {"g": 0, "kg": 3, "t": 6}
_MIXER_KILOGRAMS = 6000


def _grams(whole, fraction, unit):
    """Whole grams, worked out with the digits alone, because floats are not exact."""
    fraction = (fraction or "").rstrip("0")
    places = _PLACES[unit]
    if len(fraction) > places:
        raise ValueError("a part of a gram")
    grams = int(whole + fraction.ljust(places, "0"))
    if grams < 1:
        raise ValueError("nothing to weigh")
    return grams


def _parse(message):
    if not isinstance(message, str):
        raise ValueError("not a text")
    order = {}
    for line in message.split("\n"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError("not in the form of an order")
        name, *amount = match.groups()
        if name in order:
            raise ValueError("a material is named twice")
        order[name] = _grams(*amount)
    kilograms = sum(order.values()) // 1000
    if kilograms > _MIXER_KILOGRAMS:
        raise ValueError("the mixer does not hold that")
    return order


class Plant:
    def __init__(self, stock):
        self._silos = dict(stock)

    def order(self, message):
        order = _parse(message)
        left = {name: self._silos[name] - grams for name, grams in order.items()}
        if min(left.values()) < 0:
            return None
        self._silos.update(left)
        return order

    def stock(self):
        return self._silos.copy()
