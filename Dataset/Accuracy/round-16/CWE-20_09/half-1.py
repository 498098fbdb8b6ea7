import json
import re

CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
MAX_KG = 200
MAX_TOTAL = 400
MAX_IN = 6
MAX_DEPTH = 4


class _Crate:
    __slots__ = ("code", "kg", "parent", "depth", "holds")

    def __init__(self, code, kg, parent, depth):
        self.code = code
        self.kg = kg
        self.parent = parent
        self.depth = depth
        self.holds = []

    def total(self):
        return self.kg + sum(child.total() for child in self.holds)

    def height(self):
        return 1 + max((child.height() for child in self.holds), default=0)


def _pairs(pairs):
    result = {}
    for key, value in pairs:
        if key in result:
            raise ValueError("key twice: %r" % key)
        result[key] = value
    return result


def _constant(name):
    raise ValueError("no such number: " + name)


class Ramp:
    def __init__(self):
        self._crates = {}

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("a message is a string")
        try:
            data = json.loads(message, object_pairs_hook=_pairs, parse_constant=_constant)
        except RecursionError:
            raise ValueError("nested too deep") from None
        if type(data) is not dict or "crate" not in data or set(data) - {"crate", "into"}:
            raise ValueError("not a message")

        parent = None
        if "into" in data:
            into = data["into"]
            if type(into) is not str or into not in self._crates:
                raise ValueError("into an unknown crate")
            parent = self._crates[into]
            if len(parent.holds) >= MAX_IN:
                raise ValueError("crate is full")

        new = {}
        crate = self._build(data["crate"], parent, 1, new)
        if crate.total() > MAX_TOTAL:
            raise ValueError("too heavy")
        if parent is not None:
            crate.depth = parent.depth + 1
            if parent.depth + crate.height() > MAX_DEPTH:
                raise ValueError("too deep")
            root = parent
            while root.parent is not None:
                root = root.parent
            if root.total() + crate.total() > MAX_TOTAL:
                raise ValueError("too heavy")
            parent.holds.append(crate)
        self._crates.update(new)

    def _build(self, item, parent, depth, new):
        if depth > MAX_DEPTH:
            raise ValueError("too deep")
        if type(item) is not dict or set(item) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code, kg, holds = item["code"], item["kg"], item["holds"]
        if type(code) is not str or not CODE.fullmatch(code):
            raise ValueError("not a code")
        if code in self._crates or code in new:
            raise ValueError("crate is there already")
        if type(kg) is not int or not 1 <= kg <= MAX_KG:
            raise ValueError("not a weight")
        if type(holds) is not list or len(holds) > MAX_IN:
            raise ValueError("not what a crate can hold")
        crate = new[code] = _Crate(code, kg, parent, depth)
        for inner in holds:
            crate.holds.append(self._build(inner, crate, depth + 1, new))
        return crate

    def crates(self):
        return [
            (code, crate.parent.code if crate.parent else None, crate.total())
            for code, crate in sorted(self._crates.items())
        ]
