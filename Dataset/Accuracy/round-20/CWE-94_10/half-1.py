"""Handicaps of boats, by formulas that the clubs type in."""
import ast
import math
import operator
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = {"least": lambda *parts: min(parts), "most": lambda *parts: max(parts), "root": math.sqrt}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub,
             ast.Mult: operator.mul, ast.Div: operator.truediv}
TOKEN = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[a-z]+)|(?P<sign>[-+*/(),])| +")
NAME = re.compile(r"[a-z]{1,20}")
MAX_LENGTH = 300
MAX_DEPTH = 20


class Handicaps:
    def __init__(self):
        self._formulas = {}  # name -> (tree, names of the formulas in it), in order

    def define(self, name, formula):
        """Notes a formula under a name. Both are strings; it returns None."""
        if not NAME.fullmatch(name) or name in FIELDS or name in FUNCTIONS or name in self._formulas:
            raise ValueError(f"no name for a formula: {name!r}")
        used = set()
        source = self._source(formula, used)
        try:
            # The brackets keep blanks in front from being taken for an indent.
            tree = ast.parse(f"({source})", mode="eval").body
        except (SyntaxError, MemoryError, RecursionError) as error:
            raise ValueError("no formula") from error
        self._check(tree)
        self._formulas[name] = tree, used

    def work_out(self, name, boat):
        """What the formula with this name comes to for a boat."""
        if name not in self._formulas:
            raise KeyError(name)
        needed = {name}
        for other in reversed(self._formulas):  # a formula only needs earlier ones
            if other in needed:
                needed |= self._formulas[other][1]
        values = {"v_" + field: boat[field] for field in FIELDS if field in boat}
        for other, (tree, _) in self._formulas.items():
            if other in needed:
                values["v_" + other] = self._value(tree, values)
        return values["v_" + name]

    def _source(self, formula, used):
        """The formula with names that mean nothing to Python: v_… for values, f_… for functions."""
        if len(formula) > MAX_LENGTH:
            raise ValueError("the formula is too long")
        tokens = []
        at = 0
        while at < len(formula):
            match = TOKEN.match(formula, at)
            if match is None:
                raise ValueError(f"no part of a formula: {formula[at]!r}")
            at = match.end()
            if match.lastgroup:
                tokens.append((match.lastgroup, match[0]))
        parts = []
        depth = 0
        for (kind, text), (_, following) in zip(tokens, tokens[1:] + [("end", "")]):
            if kind == "number":
                parts.append(text.lstrip("0") if "." not in text and text.strip("0") else
                             text if "." in text else "0")
            elif kind == "name":
                if text in FUNCTIONS:
                    if following != "(":
                        raise ValueError(f"{text} needs its parts")
                    parts.append("f_" + text)
                elif text in FIELDS or text in self._formulas:
                    if text not in FIELDS:
                        used.add(text)
                    parts.append("v_" + text)
                else:
                    raise ValueError(f"nothing is called {text!r}")
            else:
                depth += {"(": 1, ")": -1}.get(text, 0)
                if depth > MAX_DEPTH:
                    raise ValueError("too many brackets")
                if text == "," and following == ")":
                    raise ValueError("a part is missing")
                parts.append(text)
        return " ".join(parts)

    def _check(self, node):
        """Refuses whatever is no formula."""
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
            self._check(node.left)
            self._check(node.right)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            self._check(node.operand)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            function = node.func.id
            if function[:2] != "f_" or not node.args or function == "f_root" and len(node.args) != 1:
                raise ValueError("no formula")
            for part in node.args:
                self._check(part)
        elif isinstance(node, ast.Name):
            if node.id[:2] != "v_":
                raise ValueError("no formula")
        elif not isinstance(node, ast.Constant) or type(node.value) not in (int, float):
            raise ValueError("no formula")

    def _value(self, node, values):
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](self._value(node.left, values), self._value(node.right, values))
        if isinstance(node, ast.UnaryOp):
            return -self._value(node.operand, values)
        if isinstance(node, ast.Call):
            return FUNCTIONS[node.func.id[2:]](*[self._value(part, values) for part in node.args])
        if isinstance(node, ast.Name):
            return values[node.id]
        return node.value
