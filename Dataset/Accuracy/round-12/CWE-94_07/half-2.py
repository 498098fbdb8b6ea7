"""Notices for birders, by rules that they type."""

import re
from operator import eq, ge, gt, le, lt, ne

TEXTS = frozenset({"species", "place", "observer"})
NUMBERS = frozenset({"count", "tide"})
SIGNS = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}

TOKEN = re.compile(
    r' *(?:(?P<name>[a-z]+)|(?P<text>"[^"\\]*")|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?![0-9._]))'
    r"|(?P<sign>[=!<>]=|[<>])|(?P<mark>[(),]))")


class _Rule:
    """Parses a rule into nested tuples:
    ("or"|"and", [...]), ("not", x), ("rare",), ("in", field, values), (sign, field, value)."""

    def __init__(self, source):
        self.parts = []
        at, end = 0, len(source.rstrip(" "))
        while at < end:
            match = TOKEN.match(source, at, end)
            if not match:
                raise ValueError("this cannot stand in a rule")
            self.parts.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        self.parts.append(("end", None))
        self.parts.reverse()
        self.open = 0
        self.tree = self.chain("or")
        if self.parts != [("end", None)]:
            raise ValueError("the rule does not end where it should")

    def look(self, text):
        return self.parts[-1][1] == text and self.parts[-1][0] in ("name", "mark")

    def take(self, *kinds):
        kind, text = self.parts[-1]
        if kind not in kinds:
            raise ValueError(f"unexpected: {text!r}")
        self.parts.pop()
        return text

    def mark(self, text):
        if self.take("mark") != text:
            raise ValueError(f"{text} is missing")

    def chain(self, word):
        below = (lambda: self.chain("and")) if word == "or" else self.negation
        members = [below()]
        while self.look(word):
            self.take("name")
            members.append(below())
        return members[0] if len(members) == 1 else (word, members)

    def negation(self):
        if self.look("not"):
            self.take("name")
            return "not", self.negation()
        if self.look("("):
            self.mark("(")
            self.open += 1
            if self.open > 20:
                raise ValueError("too many brackets within each other")
            inner = self.chain("or")
            self.mark(")")
            self.open -= 1
            return inner
        field = self.take("name")
        if field == "rare":
            return ("rare",)
        if field not in TEXTS and field not in NUMBERS:
            raise ValueError(f"no field: {field!r}")
        if self.look("in"):
            self.take("name")
            self.mark("(")
            values = [self.value(field)]
            while self.look(","):
                self.mark(",")
                values.append(self.value(field))
            self.mark(")")
            return "in", field, values
        return self.take("sign"), field, self.value(field)

    def value(self, field):
        if field in TEXTS:
            return self.take("text")[1:-1]
        digits = self.take("number")
        return float(digits) if "." in digits else int(digits)


def holds(tree, sighting):
    match tree:
        case "or", members:
            return any(holds(member, sighting) for member in members)
        case "and", members:
            return all(holds(member, sighting) for member in members)
        case "not", inner:
            return not holds(inner, sighting)
        case ("rare",):
            return bool(sighting["rare"])
        case "in", field, values:
            return sighting[field] in values
        case sign, field, value:
            return SIGNS[sign](sighting[field], value)


class Notices:
    def __init__(self):
        self._rules = {}
        self._trees = {}

    def _parse(self, rule):
        """Most birders take their rules from the same web page, so trees are shared.
        How many blanks there are between the parts makes no difference to a rule."""
        if not isinstance(rule, str) or len(rule) > 500:
            raise ValueError("a rule has up to 500 characters")
        key = re.sub(" +", " ", rule).strip(" ")
        if key not in self._trees:
            self._trees[key] = _Rule(rule).tree
        return self._trees[key]

    def subscribe(self, person, rule):
        self._rules[person] = self._parse(rule)

    def told(self, sighting):
        return sorted(person for person, tree in self._rules.items() if holds(tree, sighting))
