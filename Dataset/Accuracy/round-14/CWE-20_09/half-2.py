import json
import re

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")


def _no_key_twice(pairs):
    result = dict(pairs)
    if len(result) < len(pairs):
        raise ValueError("key twice")
    return result


class Ramp:
    def __init__(self):
        self._codes = set()     # codes that are taken
        self._kg = {}           # code -> weight of its own
        self._parent = {}       # code -> code or None

    def receive(self, message):
        if not isinstance(message, str):
            raise ValueError("message must be a text")
        try:
            data = json.loads(message, object_pairs_hook=_no_key_twice)
        except RecursionError:
            raise ValueError("too many brackets") from None
        if not isinstance(data, dict) or set(data) not in ({"crate"}, {"crate", "into"}):
            raise ValueError("not a message")
        into = None
        if "into" in data:
            into = self._code(data["into"])
            if into not in self._codes:
                raise ValueError("not on the ramp")
        taken, rows = [], []
        try:
            self._take(data["crate"], into, self._depth(into), taken, rows)
            self._check(into, rows)
        except ValueError:
            # nothing of a refused message stays, so that it can come again
            self._codes.difference_update(taken)
            raise
        for code, kg, parent in rows:
            self._kg[code] = kg
            self._parent[code] = parent

    @staticmethod
    def _code(value):
        if not isinstance(value, str) or not _CODE.fullmatch(value):
            raise ValueError("not a code")
        return value

    def _depth(self, code):
        return len(list(self._line(code)))

    def _line(self, code):
        while code is not None:
            yield code
            code = self._parent[code]

    def _take(self, crate, parent, above, taken, rows):
        if above >= 4:
            raise ValueError("too deep")
        if not isinstance(crate, dict) or set(crate) != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code, kg, holds = self._code(crate["code"]), crate["kg"], crate["holds"]
        taken.append(code)
        if code in self._codes:
            raise ValueError("this crate is somewhere already")
        self._codes.add(code)
        if isinstance(kg, bool) or not isinstance(kg, int) or not 1 <= kg <= 200:
            raise ValueError("not a weight")
        if not isinstance(holds, list) or len(holds) > 6:
            raise ValueError("not what a crate holds")
        rows.append((code, kg, parent))
        for inner in holds:
            self._take(inner, code, above + 1, taken, rows)

    def _check(self, into, rows):
        weight = sum(kg for _, kg, _ in rows)
        if into is not None:
            if sum(parent == into for parent in self._parent.values()) >= 6:
                raise ValueError("full")
            *_, outermost = self._line(into)
            weight += self._totals()[outermost]
        if weight > 400:
            raise ValueError("too heavy")

    def _totals(self):
        totals = dict.fromkeys(self._kg, 0)
        for code, kg in self._kg.items():
            for outer in self._line(code):
                totals[outer] += kg
        return totals

    def crates(self):
        totals = self._totals()
        return [(code, self._parent[code], totals[code]) for code in sorted(self._kg)]
