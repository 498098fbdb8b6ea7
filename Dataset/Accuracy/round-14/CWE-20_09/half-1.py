import json
import re

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
MAX_KG, MAX_TOTAL, MAX_IN, MAX_DEEP = 200, 400, 6, 4


def _object(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key twice")
    return result


def _code(value):
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise ValueError("not a code")
    return value


class _Crate:
    def __init__(self, code, kg, level):
        self.code, self.kg, self.level = code, kg, level
        self.parent = None
        self.holds = []

    def put(self, crate):
        crate.parent = self
        self.holds.append(crate)

    def all(self):
        yield self
        for crate in self.holds:
            yield from crate.all()

    def total(self):
        return sum(crate.kg for crate in self.all())

    def height(self):
        return 1 + max((crate.height() for crate in self.holds), default=0)


class Ramp:
    def __init__(self):
        self._crates = {}

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("a message is a text")
        try:
            data = json.loads(message, object_pairs_hook=_object)
        except RecursionError:
            raise ValueError("nested too deep") from None
        if not isinstance(data, dict) or not {"crate"} <= set(data) <= {"crate", "into"}:
            raise ValueError("not a message")
        crate = self._read(data["crate"], 1)

        codes = [each.code for each in crate.all()]
        if len(set(codes)) != len(codes) or any(code in self._crates for code in codes):
            raise ValueError("a crate is in one place only")

        into = None
        weight = crate.total()
        if "into" in data:
            into = self._crates.get(_code(data["into"]))
            if into is None:
                raise ValueError("no such crate on the ramp")
            if len(into.holds) >= MAX_IN:
                raise ValueError("crate is full")
            if into.level + crate.height() > MAX_DEEP:
                raise ValueError("too deep")
            outermost = into
            while outermost.parent is not None:
                outermost = outermost.parent
            weight += outermost.total()
        if weight > MAX_TOTAL:
            raise ValueError("too heavy")

        if into is not None:
            into.put(crate)
            crate.level = into.level + 1
        for each in crate.all():
            self._crates[each.code] = each

    def _read(self, data, level):
        if level > MAX_DEEP:
            raise ValueError("too deep")
        if not isinstance(data, dict) or set(data) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        kg, holds = data["kg"], data["holds"]
        if type(kg) is not int or not 1 <= kg <= MAX_KG:
            raise ValueError("bad weight")
        if not isinstance(holds, list) or len(holds) > MAX_IN:
            raise ValueError("bad list of crates")
        crate = _Crate(_code(data["code"]), kg, level)
        for each in holds:
            crate.put(self._read(each, level + 1))
        return crate

    def crates(self):
        return [
            (code, crate.parent.code if crate.parent else None, crate.total())
            for code, crate in sorted(self._crates.items())
        ]
