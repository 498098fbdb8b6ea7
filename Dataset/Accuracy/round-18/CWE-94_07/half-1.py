"""Rules for notices: parsed by hand, never run."""
import operator
import re

KINDS = {"species": str, "place": str, "observer": str, "count": float, "tide": float}
COMPARE = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}
TOKEN = re.compile(
    r'(?P<string>"[^"\\]*")|(?P<number>-?[0-9]+(?:\.[0-9]+)?)|(?P<word>[a-z]+)|(?P<sign>[=!<>]=|[<>(),])'
)
BLANKS = re.compile(" +")


class RuleError(ValueError):
    pass


def tokens(rule):
    place = 0
    while place < len(rule):
        if rule[place] == " ":
            place += 1
            continue
        match = TOKEN.match(rule, place)
        if not match:
            raise RuleError(f"not understood at {place}")
        yield match.lastgroup, match[0]
        place = match.end()
    yield "end", ""


class Parser:
    """Makes a function from sightings to truth values out of a rule."""

    def __init__(self, rule):
        self.tokens = list(tokens(rule))
        self.place = 0
        self.depth = 0

    def peek(self):
        return self.tokens[self.place][1] if self.tokens[self.place][0] != "string" else None

    def take(self, wanted=None):
        kind, text = self.tokens[self.place]
        if wanted is not None and (kind == "string" or text != wanted):
            raise RuleError(f"{wanted} expected")
        self.place += 1
        return kind, text

    def rule(self):
        result = self.either()
        if self.tokens[self.place][0] != "end":
            raise RuleError("something is left over")
        return result

    def either(self):
        parts = [self.both()]
        while self.peek() == "or":
            self.take()
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else lambda s: any(part(s) for part in parts)

    def both(self):
        parts = [self.negated()]
        while self.peek() == "and":
            self.take()
            parts.append(self.negated())
        return parts[0] if len(parts) == 1 else lambda s: all(part(s) for part in parts)

    def negated(self):
        negate = False
        while self.peek() == "not":
            self.take()
            negate = not negate
        part = self.part()
        return (lambda s: not part(s)) if negate else part

    def part(self):
        if self.peek() == "(":
            self.depth += 1
            if self.depth > 20:
                raise RuleError("too many brackets")
            self.take()
            inner = self.either()
            self.take(")")
            self.depth -= 1
            return inner
        kind, name = self.take()
        if kind == "word" and name == "rare":
            return lambda s: bool(s["rare"])
        if kind != "word" or name not in KINDS:
            raise RuleError("a field is expected")
        if self.peek() == "in":
            self.take()
            self.take("(")
            values = [self.value(name)]
            while self.peek() == ",":
                self.take()
                values.append(self.value(name))
            self.take(")")
            return lambda s: s[name] in values
        kind, sign = self.take()
        if kind != "sign" or sign not in COMPARE:
            raise RuleError("a comparison is expected")
        compare, value = COMPARE[sign], self.value(name)
        return lambda s: compare(s[name], value)

    def value(self, name):
        kind, text = self.take()
        if kind == "string" and KINDS[name] is str:
            return text[1:-1]
        if kind == "number" and KINDS[name] is float:
            return float(text) if "." in text else int(text)
        raise RuleError("a value that fits the field is expected")


class Notices:
    def __init__(self):
        self._rules = {}     # person -> parsed rule
        self._parsed = {}    # many birders have the same rule: parse it once

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise RuleError("a rule has up to 500 characters")
        key = BLANKS.sub(" ", rule.strip(" "))   # blanks do not matter
        if key not in self._parsed:
            self._parsed[key] = Parser(rule).rule()
        self._rules[person] = self._parsed[key]

    def told(self, sighting):
        return sorted(person for person, rule in self._rules.items() if rule(sighting))
