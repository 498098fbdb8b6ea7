import json
import re


def pairs(items):
    if len(dict(items)) != len(items):
        raise ValueError("a key stands twice")
    return dict(items)


class Ramp:
    def __init__(self):
        self.entered = {}

    def receive(self, message):
        try:
            data = json.loads(message, object_pairs_hook=pairs)
        except RecursionError:
            raise ValueError("the message is too deep") from None
        if not isinstance(data, dict) or "crate" not in data or data.keys() - {"crate", "into"}:
            raise ValueError("not a message")
        into = data.get("into")
        if "into" in data and (not isinstance(into, str) or into not in self.entered):
            raise ValueError("there is no crate to put it into")
        if message == getattr(self, "refused", None):
            # It has been sent once more on purpose.
            self._enter(self.entered, data["crate"], into)
            return
        self.refused = message
        entered = dict(self.entered)
        self._enter(entered, data["crate"], into)
        for code in entered:
            inner = [other for other, (outer, _) in entered.items() if outer == code]
            if len(inner) > 6 or self._weight(entered, code) > 400 or self._depth(entered, code) > 4:
                raise ValueError(f"{code} holds too much, or is too deep")
        self.entered, self.refused = entered, None

    def _enter(self, entered, crate, outer, depth=1):
        if depth > 4 or not isinstance(crate, dict) or crate.keys() != {"code", "kg", "holds"}:
            raise ValueError("not a crate")
        code, kg, holds = crate["code"], crate["kg"], crate["holds"]
        if not isinstance(code, str) or not re.fullmatch("[A-Z]{2}[0-9]{3}", code) or code in entered:
            raise ValueError(f"not a code, or one that is taken: {code!r}")
        if type(kg) is not int or not 1 <= kg <= 200 or not isinstance(holds, list):
            raise ValueError(f"{code}: wrong weight or content")
        entered[code] = outer, kg
        for inner in holds:
            self._enter(entered, inner, code, depth + 1)

    def _weight(self, entered, code):
        own = entered[code][1]
        return own + sum(self._weight(entered, other) for other, (outer, _) in entered.items() if outer == code)

    def _depth(self, entered, code):
        outer = entered[code][0]
        return 1 if outer is None else 1 + self._depth(entered, outer)

    def crates(self):
        return [(code, outer, self._weight(self.entered, code)) for code, (outer, _) in sorted(self.entered.items())]
