import math
import re

_FIELDS = {"weight", "length", "seconds", "crew"}
_FUNCTIONS = {"least", "most", "root"}
_NAME = re.compile(r"[a-z]{1,20}")
_TOKEN = re.compile(r" *(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]+)|(?P<sign>[-+*/(),]))")
_DEPTH = 20


class _Reader:
    """Reads a formula by recursive descent; no part of it is ever given to Python."""

    def __init__(self, formula, known):
        self.known = known
        self.used = set()
        self.depth = 0
        self.tokens = []
        formula = formula.rstrip(" ")
        place = 0
        while place < len(formula):
            token = _TOKEN.match(formula, place)
            if not token:
                raise ValueError(f"no formula: {formula[place:]!r}")
            self.tokens.append((token.lastgroup, token[token.lastgroup]))
            place = token.end()
        self.tokens.append(("end", ""))
        self.tokens.reverse()

    def next_is(self, *signs):
        return self.tokens[-1][0] == "sign" and self.tokens[-1][1] in signs

    def want(self, sign):
        if not self.next_is(sign):
            raise ValueError(f"{sign} is missing")
        self.tokens.pop()

    def whole(self):
        tree = self.sum()
        if self.tokens[-1][0] != "end":
            raise ValueError("something stands behind the formula")
        return tree

    def sum(self):
        tree = self.product()
        while self.next_is("+", "-"):
            tree = (self.tokens.pop()[1], tree, self.product())
        return tree

    def product(self):
        tree = self.part()
        while self.next_is("*", "/"):
            tree = (self.tokens.pop()[1], tree, self.part())
        return tree

    def part(self):
        kind, text = self.tokens.pop()
        if kind == "number":
            return ("number", float(text) if "." in text else int(text))
        if kind == "name" and text in _FUNCTIONS:
            self.want("(")
            parts = [self.sum()]
            while text != "root" and self.next_is(","):
                self.tokens.pop()
                parts.append(self.sum())
            self.want(")")
            return (text, *parts)
        if kind == "name" and text in _FIELDS:
            return ("field", text)
        if kind == "name" and text in self.known:
            self.used.add(text)
            return ("formula", text)
        if text == "-":
            return ("negative", self.part())
        if text == "(":
            self.depth += 1
            if self.depth > _DEPTH:
                raise ValueError("too many brackets")
            tree = self.sum()
            self.want(")")
            self.depth -= 1
            return tree
        raise ValueError(f"{text!r} does not belong here")


def _value(tree, boat, formulas):
    kind, *parts = tree
    if kind == "number":
        return parts[0]
    if kind == "field":
        return boat[parts[0]]
    if kind == "formula":
        return formulas[parts[0]]
    values = [_value(part, boat, formulas) for part in parts]
    if kind == "negative":
        return -values[0]
    if kind == "root":
        return math.sqrt(values[0])
    if kind == "least":
        return min(values)
    if kind == "most":
        return max(values)
    left, right = values
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    return left / right


class Handicaps:
    def __init__(self):
        self._formulas = {}     # name -> (tree, names of all formulas that it needs)

    def define(self, name, formula):
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("no name")
        if name in _FIELDS or name in _FUNCTIONS or name in self._formulas:
            raise ValueError("this name is taken")
        if not isinstance(formula, str) or len(formula) > 300:
            raise ValueError("no formula")
        reader = _Reader(formula, self._formulas)
        tree = reader.whole()
        needs = reader.used.union(*(self._formulas[used][1] for used in reader.used))
        self._formulas[name] = tree, needs

    def work_out(self, name, boat):
        tree, needs = self._formulas[name]
        values = {}
        for each, (its_tree, _) in self._formulas.items():      # in the order of definition
            if each in needs:
                values[each] = _value(its_tree, boat, values)
        return _value(tree, boat, values)
