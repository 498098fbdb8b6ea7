import json
from re import compile

CODE = compile(r"[A-Z][A-Z][0-9][0-9][0-9]")


def objects(pairs):
    keys = dict(pairs)
    if len(keys) < len(pairs):
        raise ValueError("the same key again")
    return keys


class Ramp:
    """A row for each crate: the codes of all crates around it, the nearest last, and its own weight."""

    def __init__(self):
        self.rows = {}

    def crates(self):
        return sorted(
            (code, around[-1] if around else None, sum(kg for one, (way, kg) in self.rows.items() if one == code or code in way))
            for code, (around, _) in self.rows.items()
        )

    def receive(self, message):
        # Four crates, their lists, the message: nothing is deeper.
        depth = deepest = 0
        for sign in message:
            depth += (sign in "[{") - (sign in "]}")
            deepest = max(deepest, depth)
        if deepest > 10:
            raise ValueError("too deep")
        data = json.loads(message, object_pairs_hook=objects)
        if not isinstance(data, dict) or sorted(data) not in (["crate"], ["crate", "into"]):
            raise ValueError("a crate, please")
        around = ()
        if "into" in data:
            into = data["into"]
            if not isinstance(into, str) or into not in self.rows:
                raise ValueError("it is not on the ramp")
            around = (*self.rows[into][0], into)
        before, self.rows = self.rows, dict(self.rows)
        try:
            waiting = [(data["crate"], around)]
            while waiting:
                waiting += self._enter(*waiting.pop())
            for code, outer, kg in self.crates():
                if kg > 400 or sum(one[1] == code for one in self.crates()) > 6:
                    raise ValueError(code)
        except BaseException:
            self.rows = before
            raise

    def _enter(self, crate, around):
        if not isinstance(crate, dict) or sorted(crate) != ["code", "holds", "kg"] or len(around) > 3:
            raise ValueError("not a crate here")
        code, kg, holds = crate["code"], crate["kg"], crate["holds"]
        if type(code) is not str or not CODE.fullmatch(code) or code in self.rows:
            raise ValueError("code")
        if type(kg) is not int or kg not in range(1, 201) or type(holds) is not list:
            raise ValueError("kg or holds")
        self.rows[code] = around, kg
        return [(inner, (*around, code)) for inner in holds]
