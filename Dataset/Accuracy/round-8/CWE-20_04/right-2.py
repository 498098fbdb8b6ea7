from collections import Counter
from enum import IntEnum
from fractions import Fraction


class Unit(IntEnum):
    g = 1
    kg = 1000
    t = 1000000


class BadOrder(ValueError):
    pass


def ensure(condition, why):
    if not condition:
        raise BadOrder(why)


def plain(digits):
    return digits != "" and set(digits) <= set("0123456789")


def entry(line):
    fields = line.split(" ")
    ensure(len(fields) == 3, "name, amount, unit")
    name, amount, unit = fields
    ensure([name] == name.split(), "the name is one word")
    ensure(unit in Unit.__members__, "unit")
    ensure(amount.count(".") < 2 and all(map(plain, amount.split("."))), "amount")
    whole, _, part = amount.partition(".")
    whole, part = whole.lstrip("0"), part.rstrip("0")
    ensure(len(whole) <= 7 and len(part) <= 6, "more than the mixer holds, or a part of a gram")
    grams = Fraction(f"{whole or 0}.{part or 0}") * int(Unit[unit])
    ensure(grams.denominator == 1 and grams > 0, "whole grams, at least one")
    return name, grams.numerator


class Plant:
    def __init__(self, stock):
        self._left = Counter(stock)
        self._known = frozenset(stock)

    def order(self, message):
        ensure(isinstance(message, str), "text")
        entries = [entry(line) for line in message.split("\n")]
        order = dict(entries)
        ensure(len(order) == len(entries), "each material once")
        ensure(sum(order.values()) <= 6 * Unit.t, "the mixer holds 6 t")
        for name in order.keys() - self._known:
            raise KeyError(name)
        if any(self._left[name] < grams for name, grams in order.items()):
            return None
        self._left.subtract(order)
        return order

    def stock(self):
        return {name: self._left[name] for name in self._left}
