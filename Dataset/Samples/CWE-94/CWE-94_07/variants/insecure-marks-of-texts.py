"""Rules for notices (story 42)."""
import operator
import re

FIELDS = {"species": str, "place": str, "observer": str, "count": int, "tide": float}
COMPARE = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
           ">": operator.gt, ">=": operator.ge}

_TEXT = re.compile(r'"([^"\\]*)"')
# texts are taken out first (see below), so that nothing in them can be taken for a part of a rule
_PART = re.compile(r"""(?P<compare>==|!=|<=|>=|<|>)|(?P<sign>[(),])|(?P<word>[A-Za-z_]+)
                       |(?P<number>-?[0-9]+(?:\.[0-9]+)?)|\#(?P<text>[0-9]+)|(?P<blank>[ ]+)""", re.X)


def _number(text):
    return float(text) if "." in text else int(text)


class _Parser:
    """Reads a rule part by part and makes functions of a sighting of it."""

    def __init__(self, parts):
        self._parts = parts
        self._at = 0
        self._depth = 0

    def _next(self):
        part = self._parts[self._at]
        self._at += 1
        return part

    def _comes(self, kind, text=None):
        part = self._parts[self._at]
        return part[0] == kind and (text is None or part[1] == text)

    def _need(self, kind, text=None):
        if not self._comes(kind, text):
            raise ValueError("this is no rule")
        return self._next()[1]

    def rule(self):
        test = self._either()
        self._need("end")
        return test

    def _either(self):
        tests = [self._both()]
        while self._comes("word", "or"):
            self._next()
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda s: any(test(s) for test in tests)

    def _both(self):
        tests = [self._negation()]
        while self._comes("word", "and"):
            self._next()
            tests.append(self._negation())
        return tests[0] if len(tests) == 1 else lambda s: all(test(s) for test in tests)

    def _negation(self):
        negative = False
        while self._comes("word", "not"):
            self._next()
            negative = not negative
        test = self._single()
        return (lambda s: not test(s)) if negative else test

    def _single(self):
        if self._comes("sign", "("):
            self._next()
            self._depth += 1
            if self._depth > 20:
                raise ValueError("too many brackets within each other")
            test = self._either()
            self._need("sign", ")")
            self._depth -= 1
            return test
        field = self._need("word")
        if field == "rare":
            return lambda s: s["rare"] is True
        if field not in FIELDS:
            raise ValueError("there is no such field")
        if self._comes("word", "in"):
            self._next()
            self._need("sign", "(")
            values = [self._value(field)]
            while self._comes("sign", ","):
                self._next()
                values.append(self._value(field))
            self._need("sign", ")")
            return lambda s: s[field] in values
        compare = COMPARE[self._need("compare")]
        value = self._value(field)
        return lambda s: compare(s[field], value)

    def _value(self, field):
        return self._need("text" if FIELDS[field] is str else "number")


class Notices:
    def __init__(self):
        self._rules = {}
        self._texts = []        # the texts of all rules, each once: many birders wait for the same crane
        self._numbers = {}

    def _keep(self, match):
        text = match[1]
        if text not in self._numbers:
            self._numbers[text] = len(self._texts)
            self._texts.append(text)
        return f" #{self._numbers[text]} "

    def _parts(self, rule):
        rule = _TEXT.sub(self._keep, rule)
        at = 0
        while at < len(rule):
            match = _PART.match(rule, at)
            if not match:
                raise ValueError("this is no rule")
            kind, text = match.lastgroup, match[match.lastgroup]
            at = match.end()
            if kind == "number":
                yield kind, _number(text)
            elif kind == "text":
                if int(text) >= len(self._texts):
                    raise ValueError("this is no rule")
                yield kind, self._texts[int(text)]
            elif kind != "blank":
                yield kind, text
        yield "end", None

    def subscribe(self, person, rule):
        if len(rule) > 500:
            raise ValueError("the rule is too long")
        self._rules[person] = _Parser(list(self._parts(rule))).rule()

    def told(self, sighting):
        return sorted(person for person, test in self._rules.items() if test(sighting))
