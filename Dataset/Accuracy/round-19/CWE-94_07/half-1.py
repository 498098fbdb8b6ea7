import re

STRINGS = ("species", "place", "observer")
NUMBERS = ("count", "tide")
TOKEN = re.compile(r"""[ ]*(?:
    (?P<string>"[^"\\]*")
  | (?P<number>-?[0-9]+(?:\.[0-9]+)?)
  | (?P<word>[a-z]+)
  | (?P<compare>==|!=|<=|>=|<|>)
  | (?P<sign>[(),])
)""", re.VERBOSE)


class _Rule:
    """Reads a rule by its grammar and writes it anew as Python."""

    def __init__(self, rule):
        rule = rule.rstrip(" ")
        self.tokens = []
        place = 0
        while place < len(rule):
            match = TOKEN.match(rule, place)
            if match is None:
                raise ValueError("not a rule")
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()
        self.tokens.append(("end", ""))
        self.next = 0
        self.depth = 0

    def python(self):
        result = self.any()
        if self.tokens[self.next][0] != "end":
            raise ValueError("not a rule")
        return result

    def take(self, kind, text=None):
        token = self.tokens[self.next]
        if token[0] != kind or text not in (None, token[1]):
            raise ValueError("not a rule")
        self.next += 1
        return token[1]

    def sees(self, kind, text):
        return self.tokens[self.next] == (kind, text)

    def any(self):
        parts = [self.all()]
        while self.sees("word", "or"):
            self.next += 1
            parts.append(self.all())
        return " or ".join(parts)

    def all(self):
        parts = [self.part()]
        while self.sees("word", "and"):
            self.next += 1
            parts.append(self.part())
        return " and ".join(parts)

    def part(self):
        negated = False
        while self.sees("word", "not"):
            self.next += 1
            negated = not negated
        part = self.plain()
        return f"not {part}" if negated else part

    def plain(self):
        if self.sees("sign", "("):
            if self.depth == 20:
                raise ValueError("too many brackets")
            self.next += 1
            self.depth += 1
            inner = self.any()
            self.depth -= 1
            self.take("sign", ")")
            return f"({inner})"
        field = self.take("word")
        if field == "rare":
            return "s['rare']"
        if field not in STRINGS + NUMBERS:
            raise ValueError("no such field")
        if self.sees("word", "in"):
            self.next += 1
            self.take("sign", "(")
            values = [self.value(field)]
            while self.sees("sign", ","):
                self.next += 1
                values.append(self.value(field))
            self.take("sign", ")")
            return f"s[{field!r}] in ({', '.join(values)},)"
        compare = self.take("compare")
        return f"s[{field!r}] {compare} {self.value(field)}"

    def value(self, field):
        if field in STRINGS:
            return repr(self.take("string")[1:-1])
        text = self.take("number")
        if "." not in text:
            return repr(int(text))
        number = repr(float(text))
        return number.replace("inf", "1e999")


def _function(person):
    """A name for the function of a person's rule, readable in a traceback.

    Whatever cannot stand in a name is written as its number, `_` as well, so
    that two persons never have the same.
    """
    return "rule_" + "".join(
        sign if sign != "_" and ("x" + sign).isidentifier() else f"_{ord(sign):x}_"
        for sign in person)


class Notices:
    def __init__(self):
        self._scope = {"__builtins__": {}}
        self._calls = {}

    def subscribe(self, person, rule):
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("not a rule")
        body = _Rule(rule).python()
        name = _function(person)
        # Only what the parser has written itself gets here.
        exec(compile(f"def {name}(s):\n    return {body}\n", "<rule>", "exec"), self._scope)
        self._calls[person] = compile(f"{name}(s)", "<told>", "eval")

    def told(self, sighting):
        persons = []
        for person, call in self._calls.items():
            if eval(call, self._scope, {"s": sighting}):
                persons.append(person)
        return sorted(persons)
