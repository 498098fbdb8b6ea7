import operator
import re

TOKEN = re.compile(r'\s*(?:("[^"\\]*")|(-?[0-9]+(?:\.[0-9]+)?)|([<>=!]=|[<>(),])|([a-z]+)\b)')
COMPARISONS = {
    "==": operator.eq, "!=": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}
FIELDS = ("species", "place", "observer", "count", "tide")


class Reader:
    """Makes of a rule a function that takes a sighting."""

    def __init__(self, rule):
        self.tokens, place, rule = [], 0, rule.strip()
        while place < len(rule):
            found = TOKEN.match(rule, place)
            if not found:
                raise ValueError("this is no rule")
            self.tokens.append(found[0].strip())
            place = found.end()
        self.tokens.append("")

    def take(self, *wanted):
        """The next token; with `wanted`, only if it is one of these."""
        return self.tokens.pop(0) if not wanted or self.tokens[0] in wanted else None

    def expect(self, token):
        if self.take(token) is None:
            raise ValueError(f"{token!r} is missing")

    def rule(self):
        found = self.either()
        self.expect("")
        return found

    def either(self):
        parts = [self.both()]
        while self.take("or"):
            parts.append(self.both())
        return lambda sighting: any(part(sighting) for part in parts)

    def both(self):
        parts = [self.one()]
        while self.take("and"):
            parts.append(self.one())
        return lambda sighting: all(part(sighting) for part in parts)

    def one(self):
        if self.take("not"):
            part = self.one()
            return lambda sighting: not part(sighting)
        if self.take("("):
            part = self.either()
            self.expect(")")
            return part
        if self.take("rare"):
            return lambda sighting: sighting["rare"]
        return self.comparison()

    def comparison(self):
        field, sign = self.take(*FIELDS), self.take("in", *COMPARISONS)
        if field is None or sign is None:
            raise ValueError("a comparison is missing")
        if sign != "in":
            value, compare = self.value(), COMPARISONS[sign]
            return lambda sighting: compare(sighting[field], value)
        self.expect("(")
        values = [self.value()]
        while self.take(","):
            values.append(self.value())
        self.expect(")")
        return lambda sighting: sighting[field] in values

    def value(self):
        token = self.take()
        if token.startswith('"'):
            return token[1:-1]
        return float(token) if "." in token else int(token)


class Notices:
    def __init__(self):
        self._rules = {}

    def subscribe(self, person, rule):
        # One rule of a person, however she types her name today.
        self._rules[" ".join(person.split()).casefold()] = person, Reader(rule).rule()

    def told(self, sighting):
        return sorted(person for person, rule in self._rules.values() if rule(sighting))
