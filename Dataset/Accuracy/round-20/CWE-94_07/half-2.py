import operator
import re

_TEXTS = ("species", "place", "observer")
_NUMBERS = ("count", "tide")
_COMPARE = {"==": operator.eq, "!=": operator.ne, "<": operator.lt,
            "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_TOKEN = re.compile(
    r'(?P<string>"[^"\\]*")'
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[a-z]+)(?![A-Za-z0-9_])"
    r"|(?P<sign>==|!=|<=|>=|<|>|[(),])")


class _Parser:
    """Makes of a rule a function of a sighting, without any code."""

    def __init__(self, rule):
        self.tokens = []
        place = 0
        while place < len(rule):
            if rule[place].isspace():
                place += 1
                continue
            found = _TOKEN.match(rule, place)
            if not found:
                raise ValueError("not a rule")
            self.tokens.append((found.lastgroup, found[0]))
            place = found.end()
        self.tokens.append(("end", ""))
        self.at = 0
        self.depth = 0

    def next(self):
        token = self.tokens[self.at]
        if token[0] != "end":
            self.at += 1
        return token

    def has(self, what):
        if self.tokens[self.at] in (("word", what), ("sign", what)):
            self.at += 1
            return True
        return False

    def need(self, what):
        if not self.has(what):
            raise ValueError("not a rule")

    def whole(self):
        made = self.either()
        if self.next()[0] != "end":
            raise ValueError("not a rule")
        return made

    def either(self):
        parts = [self.both()]
        while self.has("or"):
            parts.append(self.both())
        return lambda s: any(part(s) for part in parts)

    def both(self):
        parts = [self.single()]
        while self.has("and"):
            parts.append(self.single())
        return lambda s: all(part(s) for part in parts)

    def single(self):
        turned = False
        while self.has("not"):
            turned = not turned
        part = self.plain()
        return (lambda s: not part(s)) if turned else part

    def plain(self):
        if self.has("("):
            self.depth += 1
            if self.depth > 20:
                raise ValueError("too many brackets")
            part = self.either()
            self.need(")")
            self.depth -= 1
            return part
        kind, field = self.next()
        if kind != "word":
            raise ValueError("not a rule")
        if field == "rare":
            return lambda s: bool(s["rare"])
        if field not in _TEXTS + _NUMBERS:
            raise ValueError("no such field")
        if self.has("in"):
            self.need("(")
            values = [self.value(field)]
            while self.has(","):
                values.append(self.value(field))
            self.need(")")
            return lambda s: s[field] in values
        compare = _COMPARE.get(self.next()[1])
        if compare is None:
            raise ValueError("not a rule")
        value = self.value(field)
        return lambda s: compare(s[field], value)

    def value(self, field):
        kind, token = self.next()
        if field in _TEXTS and kind == "string":
            return token[1:-1]
        if field in _NUMBERS and kind == "number":
            return float(token) if "." in token else int(token)
        raise ValueError("no value for this field")


class Notices:
    def __init__(self):
        self._rules = {}
        self._parsed = {}

    def _function(self, rule):
        # Many birders type the same rules: each is worked out only once,
        # however many blanks there are.
        key = " ".join(rule.split())
        if key not in self._parsed:
            self._parsed[key] = _Parser(rule).whole()
        return self._parsed[key]

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("not a rule")
        self._rules[person] = self._function(rule)

    def told(self, sighting):
        return sorted(person for person, rule in self._rules.items()
                      if rule(sighting))
