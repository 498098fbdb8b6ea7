"""Formulas for the corrected times of the cardboard boats."""

import ast
import math
import operator
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = {"least": min, "most": max, "root": math.sqrt}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub,
             ast.Mult: operator.mul, ast.Div: operator.truediv}
TOKEN = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[a-z]+)|(?P<sign>[-+*/(),])| +")


def _tokens(formula):
    position, opened = 0, []      # opened: is this bracket one of a function?
    tokens = []
    while position < len(formula):
        match = TOKEN.match(formula, position)
        if match is None:
            raise ValueError(f"no part of a formula: {formula[position:]!r}")
        position = match.end()
        if match["number"]:
            # Python wants no zeros in front of an int; int and float do not mind.
            tokens.append(repr((float if "." in match[0] else int)(match[0])))
        elif match["name"]:
            tokens.append("_" + match[0])      # so that "or" or "if" are names as well
        elif match["sign"]:
            if match[0] == "(":
                opened.append(bool(tokens) and tokens[-1][0] == "_")
                if opened.count(False) > 20:
                    raise ValueError("too many brackets within each other")
            elif match[0] == ")":
                if not opened or tokens[-1] == ",":
                    raise ValueError("a bracket too many, or nothing behind a comma")
                opened.pop()
            tokens.append(match[0])
    return tokens


class Handicaps:
    def __init__(self):
        self._trees = {}           # in the order in which they were defined
        self._needs = {}

    def define(self, name, formula):
        if not isinstance(name, str) or not re.fullmatch(r"[a-z]{1,20}", name):
            raise ValueError("no name of a formula")
        if name in FIELDS or name in FUNCTIONS or name in self._trees:
            raise ValueError(f"{name} is there already")
        if not isinstance(formula, str) or len(formula) > 300:
            raise ValueError("no formula")
        try:
            # With blanks between all tokens, "**" and "//" are no operators.
            tree = ast.parse(" ".join(_tokens(formula)), mode="eval").body
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ValueError("no formula") from error
        needs = set()
        self._check(tree, needs)
        self._trees[name], self._needs[name] = tree, needs

    def _check(self, node, needs):
        match node:
            case ast.Constant(value=value) if type(value) in (int, float):
                pass
            case ast.Name(id=identifier):
                name = identifier[1:]
                if name not in FIELDS and name not in self._trees:
                    raise ValueError(f"unknown: {name}")
                needs.add(name)
            case ast.UnaryOp(op=ast.USub(), operand=part):
                self._check(part, needs)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                self._check(left, needs)
                self._check(right, needs)
            case ast.Call(func=ast.Name(id=identifier), args=parts, keywords=[]):
                name = identifier[1:]
                if name not in FUNCTIONS or not parts or (name == "root" and len(parts) != 1):
                    raise ValueError("no function, or not so many parts")
                for part in parts:
                    self._check(part, needs)
            case _:
                raise ValueError("not in a formula")

    def work_out(self, name, boat):
        if name not in self._trees:
            raise KeyError(name)
        needed, todo = set(), [name]
        while todo:
            one = todo.pop()
            if one in self._trees and one not in needed:
                needed.add(one)
                todo.extend(self._needs[one])
        values = {field: boat[field] for field in FIELDS}
        for one in [one for one in self._trees if one in needed]:
            values[one] = self._value(self._trees[one], values)
        return values[name]

    def _value(self, node, values):
        match node:
            case ast.Constant():
                return node.value
            case ast.Name():
                return values[node.id[1:]]
            case ast.UnaryOp():
                return -self._value(node.operand, values)
            case ast.BinOp():
                return OPERATORS[type(node.op)](self._value(node.left, values),
                                                self._value(node.right, values))
            case ast.Call():
                parts = [self._value(part, values) for part in node.args]
                function = FUNCTIONS[node.func.id[1:]]
                return function(*parts) if function is math.sqrt else function(parts)
