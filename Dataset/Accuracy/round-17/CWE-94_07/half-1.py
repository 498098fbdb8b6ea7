import operator
import re

KINDS = {"species": str, "place": str, "observer": str, "count": float, "tide": float}
OPERATORS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt,
             "<=": operator.le, ">": operator.gt, ">=": operator.ge}
TOKEN = re.compile(r'(?P<string>"[^"\\]*")|(?P<number>-?[0-9]+(?:\.[0-9]+)?)'
                   r'|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>[=!<>]=|[<>(),])')
LONGEST, DEEPEST = 500, 20


class _Parser:
    """Makes a function of a sighting from a rule. Nothing of the rule is ever run."""

    def __init__(self, rule):
        self._tokens = []
        place = 0
        while place < len(rule):
            if rule[place] == " ":
                place += 1
                continue
            match = TOKEN.match(rule, place)
            if not match:
                raise ValueError("not a rule")
            self._tokens.append((match.lastgroup, match[0]))
            place = match.end()
        self._tokens.append(("end", ""))
        self._next = 0
        self._depth = 0

    def _peek(self):
        return self._tokens[self._next]

    def _take(self):
        token = self._tokens[self._next]
        if token[0] == "end":
            raise ValueError("not a rule")
        self._next += 1
        return token

    def _skip(self, kind, text):
        if self._peek() == (kind, text):
            self._next += 1
            return True
        return False

    def parse(self):
        test = self._or()
        if self._peek()[0] != "end":
            raise ValueError("not a rule")
        return test

    def _or(self):
        parts = [self._and()]
        while self._skip("name", "or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else lambda s: any(part(s) for part in parts)

    def _and(self):
        parts = [self._not()]
        while self._skip("name", "and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else lambda s: all(part(s) for part in parts)

    def _not(self):
        turned = False
        while self._skip("name", "not"):
            turned = not turned
        part = self._part()
        return (lambda s: not part(s)) if turned else part

    def _part(self):
        if self._skip("sign", "("):
            self._depth += 1
            if self._depth > DEEPEST:
                raise ValueError("too many brackets")
            part = self._or()
            self._close()
            self._depth -= 1
            return part
        kind, field = self._take()
        if (kind, field) == ("name", "rare"):
            return lambda s: bool(s["rare"])
        if kind != "name" or field not in KINDS:
            raise ValueError("not a field")
        kind, sign = self._take()
        if kind == "sign" and sign in OPERATORS:
            compare, value = OPERATORS[sign], self._value(field)
            return lambda s: compare(s[field], value)
        if (kind, sign) == ("name", "in"):
            if not self._skip("sign", "("):
                raise ValueError("not a rule")
            values = [self._value(field)]
            while self._skip("sign", ","):
                values.append(self._value(field))
            self._close()
            return lambda s: s[field] in values
        raise ValueError("not a rule")

    def _close(self):
        if not self._skip("sign", ")"):
            raise ValueError("a bracket is missing")

    def _value(self, field):
        kind, text = self._take()
        if kind == "string" and KINDS[field] is str:
            return text[1:-1]
        if kind == "number" and KINDS[field] is float:
            return float(text) if "." in text else int(text)
        raise ValueError("not a value for this field")


class Notices:
    def __init__(self):
        self._tests = {}        # of each person
        self._parsed = {}       # many birders type the same rule: parse it once

    def _test(self, rule):
        if not isinstance(rule, str) or len(rule) > LONGEST:
            raise ValueError("not a rule")
        key = re.sub(" +", " ", rule.strip(" "))
        if key not in self._parsed:
            self._parsed[key] = _Parser(rule).parse()
        return self._parsed[key]

    def subscribe(self, person, rule):
        self._tests[person] = self._test(rule)

    def told(self, sighting):
        return sorted(person for person, test in self._tests.items() if test(sighting))
