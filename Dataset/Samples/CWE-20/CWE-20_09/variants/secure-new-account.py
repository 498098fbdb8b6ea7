import json
import re


def no_double(pairs):
    for number, (key, _) in enumerate(pairs):
        if any(key == other for other, _ in pairs[:number]):
            raise ValueError(key)
    return dict(pairs)


def check(crate, depth, codes):
    """The weight of a crate with all that is in it; its codes are added to those that are taken."""
    if depth > 4 or type(crate) is not dict or set(crate) != {"code", "kg", "holds"}:
        raise ValueError("crate")
    if type(crate["code"]) is not str or re.fullmatch(r"[A-Z]{2}[0-9]{3}", crate["code"]) is None or crate["code"] in codes:
        raise ValueError("code")
    if type(crate["kg"]) is not int or crate["kg"] < 1 or crate["kg"] > 200:
        raise ValueError("kg")
    if type(crate["holds"]) is not list or len(crate["holds"]) > 6:
        raise ValueError("holds")
    codes.add(crate["code"])
    weight = crate["kg"] + sum([check(inner, depth + 1, codes) for inner in crate["holds"]])
    if weight > 400:
        raise ValueError("weight")
    return weight


def find(crates, code):
    for crate in crates:
        if crate["code"] == code:
            return crate
        if inner := find(crate["holds"], code):
            return inner
    return None


def rows(crates, outer=None):
    for crate in crates:
        inner = list(rows(crate["holds"], crate["code"]))
        yield crate["code"], outer, crate["kg"] + sum(kg for _, at, kg in inner if at == crate["code"])
        yield from inner


class Ramp:
    """Keeps the messages as one text, and makes and checks all of it anew each time."""

    def __init__(self):
        self.text = "[]"

    def receive(self, message):
        crates = json.loads(self.text)
        try:
            data = json.loads(message, object_pairs_hook=no_double)
        except RecursionError as error:
            raise ValueError("deep") from error
        if type(data) is not dict or set(data) not in ({"crate"}, {"crate", "into"}):
            raise ValueError("message")
        place = crates
        if "into" in data:
            found = find(crates, data["into"])
            if found is None:
                raise ValueError("into")
            place = found["holds"]
        place.append(data["crate"])
        codes = set()
        for crate in crates:
            check(crate, 1, codes)
        self.text = json.dumps(crates)

    def crates(self):
        return sorted(rows(json.loads(self.text)))
