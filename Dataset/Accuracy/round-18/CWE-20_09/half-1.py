import json
import re

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
SLOTS, LEVELS, LOAD = 6, 4, 400


def _object(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


class _Crate:
    def __init__(self, code, kg):
        self.code, self.kg = code, kg
        self.outer, self.inner = None, []

    def total(self):
        return self.kg + sum(crate.total() for crate in self.inner)

    def height(self):
        return 1 + max((crate.height() for crate in self.inner), default=0)

    def way_out(self):
        crate = self
        while crate is not None:
            yield crate
            crate = crate.outer

    def all(self):
        yield self
        for crate in self.inner:
            yield from crate.all()


class Ramp:
    def __init__(self):
        self._on_ramp = {}      # code -> crate
        self._codes = set()     # every code that is taken

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("not a text")
        try:
            data = json.loads(message, object_pairs_hook=_object)
        except RecursionError:
            raise ValueError("too deep") from None
        if not isinstance(data, dict) or not {"crate"} <= set(data) <= {"crate", "into"}:
            raise ValueError("not a message")
        outer = None
        if "into" in data:
            if not isinstance(data["into"], str) or data["into"] not in self._on_ramp:
                raise ValueError("no such crate to put it into")
            outer = self._on_ramp[data["into"]]
        crate = self._read(data["crate"])
        if crate.total() > LOAD:
            self._forget(crate)
            raise ValueError("too heavy")
        if outer is not None:
            self._fits(crate, outer)
            crate.outer = outer
            outer.inner.append(crate)
        for each in crate.all():
            self._on_ramp[each.code] = each

    def _read(self, data):
        taken = []
        try:
            return self._crate(data, 1, taken)
        except ValueError:
            self._codes.difference_update(taken)
            raise

    def _crate(self, data, level, taken):
        if level > LEVELS:
            raise ValueError("too deep")
        if not isinstance(data, dict) or set(data) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code, kg, holds = data["code"], data["kg"], data["holds"]
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise ValueError("not a code")
        if type(kg) is not int or not 1 <= kg <= 200:
            raise ValueError("not a weight")
        if not isinstance(holds, list) or len(holds) > SLOTS:
            raise ValueError("not a list of crates")
        if code in self._codes:
            raise ValueError("this crate is somewhere else")
        self._codes.add(code)
        taken.append(code)
        crate = _Crate(code, kg)
        for inner in holds:
            inner = self._crate(inner, level + 1, taken)
            inner.outer = crate
            crate.inner.append(inner)
        return crate

    def _fits(self, crate, outer):
        if len(outer.inner) >= SLOTS:
            raise ValueError("no room")
        way = list(outer.way_out())
        if len(way) + crate.height() > LEVELS:
            raise ValueError("too deep")
        if way[-1].total() + crate.total() > LOAD:
            raise ValueError("too heavy")

    def _forget(self, crate):
        self._codes.difference_update(each.code for each in crate.all())

    def crates(self):
        return [(code, crate.outer.code if crate.outer else None, crate.total())
                for code, crate in sorted(self._on_ramp.items())]
