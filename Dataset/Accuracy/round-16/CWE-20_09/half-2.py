import json
import string

UPPER = frozenset(string.ascii_uppercase)
DIGITS = frozenset(string.digits)


def _object(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key twice")
    return dict(pairs)


def _check_code(code):
    if not isinstance(code, str) or len(code) != 5:
        raise ValueError("bad code")
    if not UPPER.issuperset(code[:2]) or not DIGITS.issuperset(code[2:]):
        raise ValueError("bad code")
    return code


class Ramp:
    """Parent, number of crates inside and total weight are kept for each code."""

    def __init__(self):
        self._parent = {}
        self._count = {}
        self._total = {}

    def _ancestors(self, code):
        while code is not None:
            yield code
            code = self._parent[code]

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("not a text")
        try:
            data = json.loads(message, object_pairs_hook=_object)
        except RecursionError:
            raise ValueError("too many brackets") from None
        if not isinstance(data, dict) or not {"crate"} <= data.keys() <= {"crate", "into"}:
            raise ValueError("bad message")

        into, depth = None, 0
        if "into" in data:
            into = _check_code(data["into"])
            if into not in self._parent:
                raise ValueError("no such crate on the ramp")
            depth = sum(1 for _ in self._ancestors(into))

        # first everything is read and checked ...
        parent, count, total = {}, {}, {}

        def read(item, outer, level):
            if level > 4:
                raise ValueError("too deep")
            if not isinstance(item, dict) or item.keys() != {"code", "kg", "holds"}:
                raise ValueError("bad crate")
            code = _check_code(item["code"])
            if code in self._parent or code in parent:
                raise ValueError("crate is in two places")
            kg, holds = item["kg"], item["holds"]
            if type(kg) is not int or not 1 <= kg <= 200:
                raise ValueError("bad weight")
            if not isinstance(holds, list) or len(holds) > 6:
                raise ValueError("bad contents")
            parent[code] = outer
            count[code] = len(holds)
            total[code] = kg + sum(read(inner, code, level + 1) for inner in holds)
            if total[code] > 400:
                raise ValueError("too heavy")
            return total[code]

        weight = read(data["crate"], into, depth + 1)

        # ... then entered
        if into is not None:
            if self._count[into] >= 6:
                raise ValueError("crate is full")
            for code in self._ancestors(into):
                if self._total[code] + weight > 400:
                    raise ValueError("too heavy")
                self._total[code] += weight
            self._count[into] += 1
        self._parent.update(parent)
        self._count.update(count)
        self._total.update(total)

    def crates(self):
        return [(code, self._parent[code], self._total[code]) for code in sorted(self._parent)]
