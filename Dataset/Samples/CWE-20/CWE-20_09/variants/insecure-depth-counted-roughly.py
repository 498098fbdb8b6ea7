import json
import string

LETTERS, DIGITS = string.ascii_uppercase, string.digits


class Crate:
    def __init__(self, data):
        match data:
            case {"code": str(code), "kg": int(kg), "holds": list(holds)} if len(data) == 3:
                self.code, self.kg, self.holds = code, kg, holds
            case _:
                raise ValueError("a crate has a code, kg and holds")
        letters, digits = self.code[:2], self.code[2:]
        if len(self.code) != 5 or not set(letters) <= set(LETTERS) or not set(digits) <= set(DIGITS):
            raise ValueError(self.code)
        if self.kg is True or self.kg < 1 or self.kg > 200 or len(self.holds) > 6:
            raise ValueError(self.code)

    def build(self, depth):
        if depth == 0:
            raise ValueError("so deep, there are no crates")
        self.holds = [Crate(inner).build(depth - 1) for inner in self.holds]
        return self

    def everything(self):
        yield self
        for inner in self.holds:
            yield from inner.everything()

    def weight(self):
        return sum(one.kg for one in self.everything())


def once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("a key twice")
    return dict(pairs)


class Ramp:
    def __init__(self):
        self.by_code = {}
        self.way = {}

    def receive(self, message):
        try:
            data = json.loads(message, object_pairs_hook=once)
        except (ValueError, RecursionError) as error:
            raise ValueError("no JSON") from error
        if type(data) is not dict or not {"crate"} <= set(data) <= {"crate", "into"}:
            raise ValueError("no message")
        ways = ()
        if "into" in data:
            if type(data["into"]) is not str or data["into"] not in self.by_code:
                raise ValueError("into what?")
            ways = (*self.way[data["into"]], data["into"])
        new = Crate(data["crate"]).build(4 if not ways else 3)
        codes = [one.code for one in new.everything()]
        if len(set(codes)) < len(codes) or set(codes) & set(self.by_code):
            raise ValueError("a code twice")
        outer = [self.by_code[code] for code in ways]
        if any(one.weight() > 400 for one in new.everything()) or any(one.weight() + new.weight() > 400 for one in outer):
            raise ValueError("too heavy")
        if outer and len(outer[-1].holds) == 6:
            raise ValueError("it is full")
        if outer:
            outer[-1].holds.append(new)
        self._note(new, ways)

    def _note(self, crate, ways):
        self.by_code[crate.code], self.way[crate.code] = crate, ways
        for inner in crate.holds:
            self._note(inner, (*ways, crate.code))

    def crates(self):
        return [(code, (self.way[code] or [None])[-1], self.by_code[code].weight()) for code in sorted(self.by_code)]
