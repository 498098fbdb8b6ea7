import math
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = ("least", "most", "root")
NAME = re.compile(r"[a-z]{1,20}")
TOKEN = re.compile(r" *(?:([0-9]+(?:\.[0-9]+)?)|([a-z]+)|([-+*/(),]))")

# everything that can be worked out; a formula becomes a tree of these
OPERATIONS = {
    "plus": lambda a, b: a + b,
    "minus": lambda a, b: a - b,
    "times": lambda a, b: a * b,
    "over": lambda a, b: a / b,
    "negative": lambda a: -a,
    "least": lambda *parts: min(parts),
    "most": lambda *parts: max(parts),
    "root": lambda a: math.sqrt(a),
}
SIGNS = {"+": "plus", "-": "minus", "*": "times", "/": "over"}


class _Parser:
    def __init__(self, formula, known):
        self.known = known
        self.depth = 0
        self.tokens = []
        formula = formula.rstrip(" ")
        place = 0
        while place < len(formula):
            match = TOKEN.match(formula, place)
            if match is None:
                raise ValueError("no formula")
            self.tokens.append(match.group(match.lastindex))
            place = match.end()
        self.tokens.append("")      # the end
        self.next = 0

    def take(self, *wanted):
        token = self.tokens[self.next]
        if token and token in wanted:
            self.next += 1
            return token
        return None

    def need(self, wanted):
        if not self.take(wanted):
            raise ValueError("no formula")

    def parse(self):
        tree = self.sum()
        if self.tokens[self.next]:
            raise ValueError("no formula")
        return tree

    def sum(self):
        tree = self.product()
        while sign := self.take("+", "-"):
            tree = (SIGNS[sign], tree, self.product())
        return tree

    def product(self):
        tree = self.part()
        while sign := self.take("*", "/"):
            tree = (SIGNS[sign], tree, self.part())
        return tree

    def part(self):
        if self.take("-"):
            return ("negative", self.part())
        if self.take("("):
            self.enter()
            tree = self.sum()
            self.leave()
            return tree
        token = self.tokens[self.next]
        self.next += 1
        if token[:1].isdigit():
            return float(token) if "." in token else int(token)
        if token in OPERATIONS and self.take("("):
            self.enter()
            parts = [self.sum()]
            while self.take(","):
                parts.append(self.sum())
            self.leave()
            if token not in ("least", "most") and len(parts) != OPERATIONS[token].__code__.co_argcount:
                raise ValueError("wrong number of parts")
            return (token, *parts)
        if token in FIELDS or token in self.known:
            return token
        raise ValueError("no formula")

    def enter(self):
        self.depth += 1
        if self.depth > 20:
            raise ValueError("too many brackets")

    def leave(self):
        self.need(")")
        self.depth -= 1


class Handicaps:
    def __init__(self):
        self._formulas = {}

    def define(self, name, formula):
        if not isinstance(name, str) or not isinstance(formula, str):
            raise ValueError("strings only")
        if not NAME.fullmatch(name) or name in FIELDS or name in FUNCTIONS \
                or name in self._formulas:
            raise ValueError("no such name")
        if len(formula) > 300:
            raise ValueError("too long")
        self._formulas[name] = _Parser(formula, self._formulas).parse()

    def work_out(self, name, boat):
        return self._value(self._formulas[name], boat, {})

    def _value(self, tree, boat, done):
        if isinstance(tree, tuple):
            parts = [self._value(part, boat, done) for part in tree[1:]]
            return OPERATIONS[tree[0]](*parts)
        if isinstance(tree, str):
            if tree in FIELDS:
                return boat[tree]
            if tree not in done:
                done[tree] = self._value(self._formulas[tree], boat, done)
            return done[tree]
        return tree
