import json
import re

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_MAX_KG, _MAX_TOTAL, _MAX_HELD, _MAX_DEPTH = 200, 400, 6, 4


def _object(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key twice")
    return result


def _code(value):
    if type(value) is not str or not _CODE.fullmatch(value):
        raise ValueError("not a code")
    return value


class Ramp:
    def __init__(self):
        self._holder = {}   # code -> code of the crate around it, or None
        self._total = {}    # code -> weight with all that is in it
        self._count = {}    # code -> how many are directly in it

    def _depth(self, code):
        depth = 0
        while code is not None:
            depth += 1
            code = self._holder[code]
        return depth

    def _read(self, crate, holder, depth, new):
        if type(crate) is not dict or set(crate) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        if depth > _MAX_DEPTH:
            raise ValueError("too deep")
        code, kg, holds = _code(crate["code"]), crate["kg"], crate["holds"]
        if code in self._holder or code in new:
            raise ValueError("this crate is there already")
        if type(kg) is not int or not 1 <= kg <= _MAX_KG:
            raise ValueError("not a weight")
        if type(holds) is not list or len(holds) > _MAX_HELD:
            raise ValueError("not a list of up to six crates")
        new[code] = None    # taken from now on
        total = kg + sum(self._read(inner, code, depth + 1, new) for inner in holds)
        if total > _MAX_TOTAL:
            raise ValueError("too heavy")
        new[code] = (holder, total, len(holds))
        return total

    def receive(self, message):
        if type(message) is not str:
            raise ValueError("not a text")
        try:
            data = json.loads(message, object_pairs_hook=_object)
        except RecursionError:
            raise ValueError("too many brackets") from None
        if type(data) is not dict or not {"crate"} <= set(data) <= {"crate", "into"}:
            raise ValueError("not a message")
        into = None
        if "into" in data:
            into = _code(data["into"])
            if into not in self._holder:
                raise ValueError("no such crate on the ramp")
            if self._count[into] >= _MAX_HELD:
                raise ValueError("full")
        new = {}
        total = self._read(data["crate"], into, self._depth(into) + 1, new)

        # everything around it becomes heavier
        around = into
        while around is not None:
            if self._total[around] + total > _MAX_TOTAL:
                raise ValueError("too heavy together")
            self._total[around] += total
            around = self._holder[around]
        if into is not None:
            self._count[into] += 1
        for code, (holder, weight, count) in new.items():
            self._holder[code] = holder
            self._total[code] = weight
            self._count[code] = count

    def crates(self):
        return [(code, self._holder[code], self._total[code]) for code in sorted(self._holder)]
