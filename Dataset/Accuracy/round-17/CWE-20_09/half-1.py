import json
import re

CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
MOST_DEEP, MOST_IN, MOST_KG, MOST_ALL = 4, 6, 200, 400


def _unique(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _code(value):
    if not isinstance(value, str) or not CODE.fullmatch(value):
        raise ValueError("not a code")
    return value


class _Entry:
    __slots__ = ("code", "parent", "kg", "level", "inside")

    def __init__(self, code, parent, kg, level, inside):
        self.code, self.parent, self.kg = code, parent, kg
        self.level, self.inside = level, inside


class Ramp:
    def __init__(self):
        self._crates = {}

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("not a text")
        try:
            said = json.loads(message, object_pairs_hook=_unique)
        except RecursionError:
            raise ValueError("brackets without an end") from None
        if not isinstance(said, dict) or "crate" not in said or set(said) - {"crate", "into"}:
            raise ValueError("not a message")

        entries = []
        self._read(said["crate"], None, 1, entries)
        new = {}
        for entry in entries:
            if entry.code in new or entry.code in self._crates:
                raise ValueError("a code twice")
            new[entry.code] = entry
        weight = sum(entry.kg for entry in entries)

        top = entries[0]
        if "into" in said:
            into = self._crates.get(_code(said["into"]))
            if into is None:
                raise ValueError("no such crate on the ramp")
            if into.inside >= MOST_IN:
                raise ValueError("no room")
            if into.level + max(entry.level for entry in entries) > MOST_DEEP:
                raise ValueError("too deep")
            if weight + self._weights()[self._root(into).code] > MOST_ALL:
                raise ValueError("too heavy")
            top.parent = into.code
            top.level += into.level
            into.inside += 1
        elif weight > MOST_ALL:
            raise ValueError("too heavy")
        self._crates.update(new)

    def crates(self):
        weights = self._weights()
        return [(code, entry.parent, weights[code])
                for code, entry in sorted(self._crates.items())]

    def _read(self, crate, parent, level, entries):
        if level > MOST_DEEP:
            raise ValueError("too deep")
        if not isinstance(crate, dict) or set(crate) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code, kg, holds = _code(crate["code"]), crate["kg"], crate["holds"]
        if type(kg) is not int or not 1 <= kg <= MOST_KG:
            raise ValueError("not a weight")
        if not isinstance(holds, list) or len(holds) > MOST_IN:
            raise ValueError("not what a crate holds")
        entries.append(_Entry(code, parent, kg, level, len(holds)))
        for held in holds:
            self._read(held, code, level + 1, entries)

    def _root(self, entry):
        while entry.parent is not None:
            entry = self._crates[entry.parent]
        return entry

    def _weights(self):
        weights = dict.fromkeys(self._crates, 0)
        for entry in self._crates.values():
            kg, at = entry.kg, entry
            while True:
                weights[at.code] += kg
                if at.parent is None:
                    break
                at = self._crates[at.parent]
        return weights
