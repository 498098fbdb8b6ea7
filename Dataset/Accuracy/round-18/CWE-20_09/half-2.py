import json
import re
from collections import Counter


def _no_twins(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


class Ramp:
    """Keeps a table: code -> (weight, code of the crate around it).

    A crate is entered behind the one it stands in, so one pass over the table
    gives all depths, and one pass backwards all weights."""

    def __init__(self):
        self._table = {}

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("a message is a text")
        try:
            message = json.loads(message, object_pairs_hook=_no_twins)
        except RecursionError:
            raise ValueError("too many brackets") from None
        if not isinstance(message, dict) or "crate" not in message or message.keys() - {"crate", "into"}:
            raise ValueError("not a message")
        into = None
        if "into" in message:
            into = self._code(message["into"])
        table = dict(self._table)           # if anything is wrong, this is thrown away
        self._enter(table, message["crate"], into, 1)
        self._check(table)
        self._table = table

    @staticmethod
    def _code(value):
        if not isinstance(value, str) or not re.fullmatch("[A-Z]{2}[0-9]{3}", value):
            raise ValueError("not a code")
        return value

    def _enter(self, table, crate, around, depth):
        if depth > 4:
            raise ValueError("too deep")
        if not isinstance(crate, dict) or crate.keys() != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code = self._code(crate["code"])
        if code in table:
            raise ValueError("there is this crate already")
        if type(crate["kg"]) is not int or not 1 <= crate["kg"] <= 200:
            raise ValueError("not a weight")
        if not isinstance(crate["holds"], list):
            raise ValueError("not a list")
        table[code] = crate["kg"], around
        for inner in crate["holds"]:
            self._enter(table, inner, code, depth + 1)

    @staticmethod
    def _weights(table):
        weights = Counter()
        for code, (kg, around) in reversed(table.items()):
            weights[code] += kg
            if around is not None:
                weights[around] += weights[code]
        return weights

    def _check(self, table):
        depth = Counter()
        for code, (kg, around) in table.items():
            if around is not None and around not in table:
                raise ValueError("it is put into a crate that is not here")
            depth[code] = 1 if around is None else depth[around] + 1
            if depth[code] > 4:
                raise ValueError("too deep")
        inside = Counter(around for kg, around in table.values() if around is not None)
        if any(number > 6 for number in inside.values()):
            raise ValueError("too many crates in one")
        if any(weight > 400 for weight in self._weights(table).values()):
            raise ValueError("too heavy")

    def crates(self):
        weights = self._weights(self._table)
        return [(code, self._table[code][1], weights[code]) for code in sorted(self._table)]
