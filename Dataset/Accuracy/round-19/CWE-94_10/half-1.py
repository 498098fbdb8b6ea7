import math
import operator
import re

_FIELDS = ("weight", "length", "seconds", "crew")
_FUNCTIONS = {
    "least": lambda *parts: min(parts),
    "most": lambda *parts: max(parts),
    "root": math.sqrt,
}
_SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_NAME = re.compile(r"[a-z]{1,20}")
_APART = re.compile(r"[0-9a-z] +[0-9a-z]")
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[-+*/(),]")
_DEPTH = 20


class _Parser:
    """Makes a tree of tuples: ("number", x), ("field", name), ("formula", name), ("call", f, parts) and so on."""

    def __init__(self, formula, formulas):
        if _APART.search(formula):
            raise ValueError("two words or numbers in a row")
        self._formulas = formulas
        self._tokens = self._split(formula.replace(" ", ""))
        self._at = 0
        self._depth = 0

    @staticmethod
    def _split(formula):
        tokens, at = [], 0
        while at < len(formula):
            match = _TOKEN.match(formula, at)
            if match is None:
                raise ValueError("what is %r?" % formula[at])
            tokens.append(match[0])
            at = match.end()
        return tokens

    def parse(self):
        tree = self._sum()
        if self._at < len(self._tokens):
            raise ValueError("more than a formula")
        return tree

    def _next(self):
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, wanted=None):
        token = self._next()
        if not token or wanted is not None and token != wanted:
            raise ValueError("%s is missing" % (wanted or "something"))
        self._at += 1
        return token

    def _row(self, signs, part):
        tree = part()
        while self._next() and self._next() in signs:
            tree = ("pair", self._take(), tree, part())
        return tree

    def _sum(self):
        return self._row("+-", self._product)

    def _product(self):
        return self._row("*/", self._signed)

    def _signed(self):
        minus = 0
        while self._next() == "-":
            self._take()
            minus += 1
        tree = self._part()
        for _ in range(minus):
            tree = ("minus", tree)
        return tree

    def _open(self):
        self._take("(")
        self._depth += 1
        if self._depth > _DEPTH:
            raise ValueError("too many brackets")

    def _close(self):
        self._take(")")
        self._depth -= 1

    def _part(self):
        if self._next() == "(":
            self._open()
            tree = self._sum()
            self._close()
            return tree
        token = self._take()
        if token[0] in "0123456789":
            return ("number", float(token) if "." in token else int(token))
        if token in _FIELDS:
            return ("field", token)
        if token in _FUNCTIONS:
            self._open()
            parts = [self._sum()]
            while self._next() == ",":
                self._take()
                parts.append(self._sum())
            self._close()
            if token == "root" and len(parts) != 1:
                raise ValueError("root of several parts")
            return ("call", token, parts)
        if token in self._formulas:
            return ("formula", token)
        raise ValueError("what is %s?" % token)


class Handicaps:
    def __init__(self):
        self._formulas = {}

    def define(self, name, formula):
        if not isinstance(name, str) or not isinstance(formula, str):
            raise ValueError("not a string")
        if not _NAME.fullmatch(name) or name in _FIELDS or name in _FUNCTIONS or name in self._formulas:
            raise ValueError("not a name for a formula")
        if len(formula) > 300:
            raise ValueError("too long")
        tree = _Parser(formula, self._formulas).parse()
        self._formulas[name] = tree

    def work_out(self, name, boat):
        known = {}

        def formula(name):
            if name not in known:
                known[name] = value(self._formulas[name])
            return known[name]

        def value(tree):
            kind = tree[0]
            if kind == "number":
                return tree[1]
            if kind == "field":
                return boat[tree[1]]
            if kind == "formula":
                return formula(tree[1])
            if kind == "minus":
                return -value(tree[1])
            if kind == "call":
                return _FUNCTIONS[tree[1]](*[value(part) for part in tree[2]])
            return _SIGNS[tree[1]](value(tree[2]), value(tree[3]))

        # in the order of their definition, so that long chains are not worked out within each other
        needed, waiting = set(), [self._formulas[name]]
        while waiting:
            tree = waiting.pop()
            if tree[0] == "formula":
                if tree[1] not in needed:
                    needed.add(tree[1])
                    waiting.append(self._formulas[tree[1]])
            elif tree[0] == "minus":
                waiting.append(tree[1])
            elif tree[0] == "call":
                waiting.extend(tree[2])
            elif tree[0] == "pair":
                waiting.extend(tree[2:])
        for one in self._formulas:
            if one in needed:
                formula(one)
        return formula(name)
