"""Rules of birders: which sightings they are told of."""

import operator
import re

_STRING_FIELDS = {"species", "place", "observer"}
_NUMBER_FIELDS = {"count", "tide"}
_COMPARISONS = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}
_LONGEST = 500
_DEEPEST = 20

_TOKEN = re.compile(r"""
    (?P<string>"[^"\\]*")
  | (?P<mark>[=!<>]=|[<>(),])
  | (?P<word>-?(?:[a-z]+|[0-9]+(?:\.[0-9]+)?))
""", re.VERBOSE)


def _tokens(rule):
    """The parts of a rule, as (kind, text), with an end behind the last one."""
    parts, at = [], 0
    while True:
        while rule.startswith(" ", at):
            at += 1
        if at == len(rule):
            parts.append(("end", ""))
            return parts
        match = _TOKEN.match(rule, at)
        if match is None:
            raise ValueError(f"this is no part of a rule: {rule[at:]!r}")
        parts.append((match.lastgroup, match.group()))
        at = match.end()


def _number(word):
    try:
        return int(word)
    except ValueError:
        return float(word)      # raises ValueError for anything that is no number


class _Parser:
    """Recursive descent; makes functions of a sighting. Nothing but the fields, the
    comparisons and the three words below ever gets into them."""

    def __init__(self, rule):
        self._parts = _tokens(rule)
        self._at = 0
        self._depth = 0

    def _next(self):
        part = self._parts[self._at]
        if part[0] != "end":
            self._at += 1
        return part

    def _accept(self, kind, text):
        if self._parts[self._at] == (kind, text):
            self._at += 1
            return True
        return False

    def _expect(self, kind, text):
        if not self._accept(kind, text):
            raise ValueError(f"{text!r} is missing")

    def rule(self):
        test = self._any()
        if self._next()[0] != "end":
            raise ValueError("there is something behind the rule")
        return test

    def _any(self):
        tests = [self._all()]
        while self._accept("word", "or"):
            tests.append(self._all())
        return lambda sighting: any(test(sighting) for test in tests)

    def _all(self):
        tests = [self._negated()]
        while self._accept("word", "and"):
            tests.append(self._negated())
        return lambda sighting: all(test(sighting) for test in tests)

    def _negated(self):
        turned = False
        while self._accept("word", "not"):
            turned = not turned
        test = self._single()
        return (lambda sighting: not test(sighting)) if turned else test

    def _single(self):
        kind, text = self._next()
        if (kind, text) == ("mark", "("):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise ValueError("too many brackets")
            test = self._any()
            self._expect("mark", ")")
            self._depth -= 1
            return test
        if kind != "word":
            raise ValueError("a part of the rule is missing")
        if text == "rare":
            return lambda sighting: sighting["rare"]
        if text not in _STRING_FIELDS and text not in _NUMBER_FIELDS:
            raise ValueError(f"there is no field {text!r}")
        return self._comparison(text)

    def _comparison(self, field):
        kind, sign = self._next()
        if kind == "word" and sign == "in":
            self._expect("mark", "(")
            values = [self._value(field)]
            while self._accept("mark", ","):
                values.append(self._value(field))
            self._expect("mark", ")")
            return lambda sighting: sighting[field] in values
        compare = _COMPARISONS.get(sign) if kind == "mark" else None
        if compare is None:
            raise ValueError(f"{field} is not compared")
        value = self._value(field)
        return lambda sighting: compare(sighting[field], value)

    def _value(self, field):
        kind, text = self._next()
        if kind == "string" and field in _STRING_FIELDS:
            return text[1:-1]
        if kind == "word" and field in _NUMBER_FIELDS:
            return _number(text)
        raise ValueError(f"no value for {field}")


class Notices:
    def __init__(self):
        self._tests = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > _LONGEST:
            raise ValueError("a rule is a string of up to 500 characters")
        self._tests[person] = _Parser(rule).rule()

    def told(self, sighting):
        return sorted(person for person, test in self._tests.items() if test(sighting))
