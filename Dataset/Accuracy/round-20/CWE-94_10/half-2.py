"""Handicaps of boats, by formulas that the clubs type in."""
import math
import operator
import re

FIELDS = frozenset({"weight", "length", "seconds", "crew"})
FUNCTIONS = {"least": min, "most": max, "root": lambda parts: math.sqrt(parts[0])}
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[-+*/(),]")
NAME = re.compile(r"[a-z]{1,20}")
MAX_LENGTH = 300
MAX_DEPTH = 20


class _Parser:
    """Turns a formula into a tree of tuples."""

    def __init__(self, formula, known):
        if len(formula) > MAX_LENGTH:
            raise ValueError("the formula is too long")
        self._known = known
        self.used = set()
        self._tokens = self._split(formula.replace(" ", ""))
        self._at = 0
        self._depth = 0
        self.tree = self._sum()
        if self._next() is not None:
            raise ValueError(f"not expected: {self._next()!r}")

    @staticmethod
    def _split(text):
        tokens = []
        at = 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if match is None:
                raise ValueError(f"no part of a formula: {text[at]!r}")
            tokens.append(match[0])
            at = match.end()
        return tokens

    def _next(self):
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, expected=None):
        token = self._next()
        if token is None or expected is not None and token != expected:
            raise ValueError(f"{expected or 'a part'} is missing")
        self._at += 1
        return token

    def _sum(self):
        tree = self._product()
        while self._next() in ("+", "-"):
            tree = ("two", self._take(), tree, self._product())
        return tree

    def _product(self):
        tree = self._part()
        while self._next() in ("*", "/"):
            tree = ("two", self._take(), tree, self._part())
        return tree

    def _part(self):
        token = self._take()
        if token == "-":
            return "minus", self._part()
        if token == "(":
            return self._inside(self._sum)
        if token[0].isdigit():
            return "number", float(token) if "." in token else int(token)
        if token in FUNCTIONS:
            self._take("(")
            parts = self._inside(self._list)
            if token == "root" and len(parts) != 1:
                raise ValueError("root has one part")
            return "call", token, parts
        if token in self._known:
            self.used.add(token)
        elif token not in FIELDS:
            raise ValueError(f"not known: {token!r}")
        return "name", token

    def _inside(self, what):
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ValueError("too many brackets")
        result = what()
        self._take(")")
        self._depth -= 1
        return result

    def _list(self):
        parts = [self._sum()]
        while self._next() == ",":
            self._take()
            parts.append(self._sum())
        return parts


def _value(tree, values):
    kind = tree[0]
    if kind == "two":
        return OPERATORS[tree[1]](_value(tree[2], values), _value(tree[3], values))
    if kind == "minus":
        return -_value(tree[1], values)
    if kind == "call":
        return FUNCTIONS[tree[1]]([_value(part, values) for part in tree[2]])
    if kind == "name":
        return values[tree[1]]
    return tree[1]


class Handicaps:
    def __init__(self):
        self._formulas = {}  # name -> (tree, names of the formulas in it), in order

    def define(self, name, formula):
        """Notes a formula under a name. Both are strings; it returns None."""
        if not NAME.fullmatch(name) or name in FIELDS or name in FUNCTIONS or name in self._formulas:
            raise ValueError(f"no name for a formula: {name!r}")
        parser = _Parser(formula, self._formulas)
        self._formulas[name] = parser.tree, parser.used

    def work_out(self, name, boat):
        """What the formula with this name comes to for a boat."""
        if name not in self._formulas:
            raise KeyError(name)
        needed = {name}
        for other in reversed(self._formulas):  # a formula only needs earlier ones
            if other in needed:
                needed |= self._formulas[other][1]
        values = {field: boat[field] for field in FIELDS if field in boat}
        for other, (tree, _) in self._formulas.items():
            if other in needed:
                values[other] = _value(tree, values)
        return values[name]
