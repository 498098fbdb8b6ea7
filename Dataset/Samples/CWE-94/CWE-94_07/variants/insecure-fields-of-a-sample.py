import re
from operator import eq, ge, gt, le, lt, ne
from types import SimpleNamespace

SAMPLE = SimpleNamespace(species="", place="", observer="", count=0, tide=0.0, rare=False)
COMPARE = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
TOKEN = re.compile(r' *(?:("[^"\\]*")|(-?[0-9]+(?:\.[0-9]+)?)|([A-Za-z_]+)|([=!<>]=|[<>(),])|(\Z))')
RESERVED = {"and", "or", "not", "in"}


class Field:
    def __init__(self, name):
        if name in RESERVED or not hasattr(SAMPLE, name):
            raise ValueError(f"there is no field {name}")
        self.name = name
        self.kind = type(getattr(SAMPLE, name))
        if self.kind not in (str, int, float, bool):
            raise ValueError(f"{name} is not to be compared")

    def of(self, sighting):
        return getattr(sighting, self.name)


class Rare:
    def __init__(self, field):
        self.field = field

    def holds(self, sighting):
        return bool(self.field.of(sighting))


class Comparison:
    def __init__(self, field, operator, value):
        self.field, self.compare, self.value = field, COMPARE[operator], value

    def holds(self, sighting):
        return self.compare(self.field.of(sighting), self.value)


class OneOf:
    def __init__(self, field, values):
        self.field, self.values = field, values

    def holds(self, sighting):
        return self.field.of(sighting) in self.values


class Not:
    def __init__(self, part):
        self.part = part

    def holds(self, sighting):
        return not self.part.holds(sighting)


class Many:
    def __init__(self, decide, parts):
        self.decide, self.parts = decide, parts

    def holds(self, sighting):
        return self.decide(part.holds(sighting) for part in self.parts)


class Reader:
    def __init__(self, text):
        self.text, self.place, self.depth = text, 0, 0
        self.advance()

    def advance(self):
        match = TOKEN.match(self.text, self.place)
        if match is None:
            raise ValueError(f"not part of a rule: {self.text[self.place:self.place + 20]}")
        self.place = match.end()
        self.string, self.number, self.word, self.sign, self.end = match.groups()

    def accept(self, kind, *texts):
        found = getattr(self, kind)
        if found is None or texts and found not in texts:
            return None
        self.advance()
        return found

    def demand(self, kind, *texts):
        found = self.accept(kind, *texts)
        if found is None:
            raise ValueError(f"a {kind} is missing before place {self.place}")
        return found

    def whole(self):
        rule = self.any_of()
        if self.end is None:
            raise ValueError("the rule goes on after its end")
        return rule

    def any_of(self):
        parts = [self.all_of()]
        while self.accept("word", "or"):
            parts.append(self.all_of())
        return Many(any, parts)

    def all_of(self):
        parts = [self.single()]
        while self.accept("word", "and"):
            parts.append(self.single())
        return Many(all, parts)

    def single(self):
        if self.accept("word", "not"):
            return Not(self.single())
        if self.accept("sign", "("):
            self.depth += 1
            if self.depth > 20:
                raise ValueError("too deep")
            part = self.any_of()
            self.demand("sign", ")")
            self.depth -= 1
            return part
        field = Field(self.demand("word"))
        if field.kind is bool:
            return Rare(field)
        if self.accept("word", "in"):
            self.demand("sign", "(")
            values = [self.value(field)]
            while self.accept("sign", ","):
                values.append(self.value(field))
            self.demand("sign", ")")
            return OneOf(field, values)
        return Comparison(field, self.demand("sign", *COMPARE), self.value(field))

    def value(self, field):
        if field.kind is str:
            return self.demand("string")[1:-1]
        number = self.demand("number")
        return float(number) if "." in number else int(number)


class Notices:
    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("a rule is a string of up to 500 characters")
        self._rules[person] = Reader(rule).whole()

    def told(self, sighting):
        sighting = SimpleNamespace(**sighting)
        return sorted(person for person, rule in self._rules.items() if rule.holds(sighting))
