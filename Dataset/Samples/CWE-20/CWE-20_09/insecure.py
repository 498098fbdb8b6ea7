import json
import re


class Ramp:
    def __init__(self):
        self.outer = {}
        self.kg = {}

    def receive(self, message):
        data = json.loads(message)
        crate = data["crate"]
        if not re.fullmatch("[A-Z]{2}[0-9]{3}", crate["code"]) or crate["code"] in self.kg:
            raise ValueError("not a code, or one that is taken")
        if not 1 <= crate["kg"] <= 200 or len(crate["holds"]) > 6:
            raise ValueError("wrong weight or content")
        if self.weight_of(crate) > 400:
            raise ValueError("too heavy")
        self.enter(crate, data.get("into"))

    def weight_of(self, crate):
        return crate["kg"] + sum(self.weight_of(inner) for inner in crate["holds"])

    def enter(self, crate, outer):
        self.outer[crate["code"]] = outer
        self.kg[crate["code"]] = crate["kg"]
        for inner in crate["holds"]:
            self.enter(inner, crate["code"])

    def weight(self, code):
        return self.kg[code] + sum(self.weight(inner) for inner, outer in self.outer.items() if outer == code)

    def crates(self):
        return [(code, self.outer[code], self.weight(code)) for code in sorted(self.kg)]
