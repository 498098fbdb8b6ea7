"""Formulas of the cardboard boat regatta; a parser of their own, no eval."""
import math
import operator
import re

FIELDS = {"weight", "length", "seconds", "crew"}
FUNCTIONS = {"least": min, "most": max, "root": lambda parts: math.sqrt(parts[0])}
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
NAME = re.compile(r"[a-z]{1,20}")
TOKEN = re.compile(r"([0-9]+(?:\.[0-9]+)?)|([a-z]+)|([-+*/(),])")
LONGEST, DEEPEST = 300, 20


class _Parser:
    def __init__(self, text, known):
        if re.search(r"[0-9.] +[0-9.]", text):
            raise ValueError("a number has no blanks in it")
        self.known, self.depth, self.at = known, 0, 0
        self.tokens = self.split(text.replace(" ", ""))

    @staticmethod
    def split(text):
        tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if match is None:
                raise ValueError(f"{text[at]!r} is nothing of a formula")
            tokens.append(match.group())
            at = match.end()
        return tokens + [""]

    def take(self, *wanted):
        token = self.tokens[self.at]
        if wanted and token not in wanted:
            return None
        self.at += 1
        return token

    def need(self, sign):
        if self.take(sign) is None:
            raise ValueError(f"{sign!r} is missing")

    def formula(self):
        tree = self.sum()
        if self.tokens[self.at] != "":
            raise ValueError("there is too much")
        return tree

    def sum(self):
        tree = self.product()
        while sign := self.take("+", "-"):
            tree = (sign, tree, self.product())
        return tree

    def product(self):
        tree = self.part()
        while sign := self.take("*", "/"):
            tree = (sign, tree, self.part())
        return tree

    def part(self):
        negative = 0
        while self.take("-"):
            negative += 1
        tree = self.plain()
        for _ in range(negative):
            tree = ("neg", tree)
        return tree

    def inside(self):
        self.depth += 1
        if self.depth > DEEPEST:
            raise ValueError("too many brackets")
        parts = [self.sum()]
        while self.take(","):
            parts.append(self.sum())
        self.need(")")
        self.depth -= 1
        return parts

    def plain(self):
        if self.take("("):
            parts = self.inside()
            if len(parts) != 1:
                raise ValueError("no commas here")
            return parts[0]
        token = self.tokens[self.at]
        self.at += 1
        if token[:1].isdigit():
            return ("number", float(token) if "." in token else int(token))
        if token in FUNCTIONS:
            self.need("(")
            parts = self.inside()
            if token == "root" and len(parts) != 1:
                raise ValueError("a root is of one part")
            return ("call", token, parts)
        if token in FIELDS or token in self.known:
            return ("name", token)
        raise ValueError(f"{token!r} is not known")


class Handicaps:
    def __init__(self):
        self._formulas = {}

    def define(self, name, formula):
        """Notes a formula under a name."""
        if not NAME.fullmatch(name) or name in FIELDS or name in FUNCTIONS or name in self._formulas:
            raise ValueError("no name for a formula")
        if len(formula) > LONGEST:
            raise ValueError("too long")
        self._formulas[name] = _Parser(formula, frozenset(self._formulas)).formula()

    def work_out(self, name, boat):
        """What the formula with this name comes to for a boat."""
        return self._value(self._formulas[name], boat, {})

    def _value(self, tree, boat, done):
        kind, *rest = tree
        if kind == "number":
            return rest[0]
        if kind == "name":
            if rest[0] in FIELDS:
                return boat[rest[0]]
            if rest[0] not in done:
                done[rest[0]] = self._value(self._formulas[rest[0]], boat, done)
            return done[rest[0]]
        if kind == "neg":
            return -self._value(rest[0], boat, done)
        if kind == "call":
            return FUNCTIONS[rest[0]]([self._value(part, boat, done) for part in rest[1]])
        return OPERATORS[kind](self._value(rest[0], boat, done), self._value(rest[1], boat, done))
