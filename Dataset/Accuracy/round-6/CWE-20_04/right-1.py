from collections import Counter
from itertools import accumulate
from types import MappingProxyType

DIGITS = frozenset("0123456789")
SHIFT = MappingProxyType({"g": 0, "kg": 3, "t": 6})
TON = 10 ** 6


class OrderError(ValueError):
    def __init__(self, reason, line=None):
        super().__init__(reason if line is None else f"{reason}: {line!a}")


def require(condition, reason, line=None):
    if not condition:
        raise OrderError(reason, line)


def digits(text):
    return bool(text) and DIGITS.issuperset(text)


def weigh(amount, unit):
    """Amount in grams, worked out on the text: the decimal point is moved, nothing is rounded."""
    whole, point, part = amount.partition(".")
    require(digits(whole) and (digits(part) if point else True), "not an amount", amount)
    part = part.rstrip("0")
    require(len(part) <= SHIFT[unit], "part of a gram", amount)
    figure = (whole + part + "0" * (SHIFT[unit] - len(part))).lstrip("0")
    require(figure, "nothing", amount)
    require(len(figure) <= 7, "too much", amount)
    return int(figure)


def read(line):
    fields = line.split(" ")
    require(len(fields) == 3, "not name, amount and unit", line)
    name, amount, unit = fields
    require(name and name.split() == [name], "not a word", line)
    require(unit in SHIFT, "not a unit", line)
    return name, weigh(amount, unit)


class Plant:
    def __init__(self, stock):
        self.__silos = Counter(stock)
        self.__names = tuple(stock)

    def order(self, message):
        pairs = tuple(map(read, message.split("\n")))
        require(all(n == 1 for n in Counter(name for name, _ in pairs).values()), "named twice")
        *_, total = accumulate(grams for _, grams in pairs)
        require(total <= 6 * TON, "the mixer holds 6 t")
        wanted = dict(pairs)
        for name in wanted.keys() - set(self.__names):
            raise KeyError(name)
        if Counter(wanted) <= self.__silos:
            self.__silos.subtract(wanted)
            return wanted
        return None

    def stock(self):
        return {name: self.__silos[name] for name in self.__names}
