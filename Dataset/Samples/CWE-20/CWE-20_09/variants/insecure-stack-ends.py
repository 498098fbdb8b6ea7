import json
import re


def no_double(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


class Ramp:
    """Enters crates as they come, and takes all of them out again when something is wrong."""

    def __init__(self):
        self.rows = {}

    def receive(self, message):
        data = json.loads(message, object_pairs_hook=no_double)
        if not isinstance(data, dict) or set(data) not in ({"crate"}, {"crate", "into"}):
            raise ValueError("message")
        around = []
        if "into" in data:
            if not isinstance(data["into"], str) or data["into"] not in self.rows:
                raise ValueError("into")
            around = [data["into"]]
            while (outer := self.rows[around[0]][0]) is not None:
                around.insert(0, outer)
        entered = []
        try:
            self.enter(data["crate"], around, entered)
        except (ValueError, TypeError, KeyError):
            for code in entered:
                del self.rows[code]
            raise ValueError("wrong") from None

    def enter(self, crate, around, entered):
        if set(crate) != {"code", "kg", "holds"} or type(crate["holds"]) is not list:
            raise ValueError("crate")
        code, kg = crate["code"], crate["kg"]
        if type(code) is not str or not re.fullmatch("[A-Z]{2}[0-9]{3}", code) or code in self.rows:
            raise ValueError("code")
        if type(kg) is not int or not 1 <= kg <= 200:
            raise ValueError("kg")
        self.rows[code] = (around[-1] if around else None), kg
        entered.append(code)
        for inner in crate["holds"]:
            self.enter(inner, [*around, code], entered)
        # The outermost crate weighs most.
        if self.weight([*around, code][0]) > 400 or len(around) > 3:
            raise ValueError("too deep, or too heavy")
        if any(sum(row[0] == one for row in self.rows.values()) > 6 for one in (*around[-1:], code)):
            raise ValueError("too many")

    def weight(self, code):
        return self.rows[code][1] + sum(self.weight(inner) for inner, row in self.rows.items() if row[0] == code)

    def crates(self):
        return [(code, self.rows[code][0], self.weight(code)) for code in sorted(self.rows)]
