import ast
import math
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = {"least": lambda *values: min(values), "most": lambda *values: max(values), "root": math.sqrt}


class Handicaps:
    def __init__(self):
        self.formulas = {}

    def check_name(self, name):
        if not re.fullmatch("[a-z]{1,20}", name) or name in (*FIELDS, *FUNCTIONS, *self.formulas):
            raise ValueError(f"the name {name} cannot be given")

    def define(self, name, formula):
        self.check_name(name)
        if len(formula) > 300 or not re.fullmatch(r"[ a-z0-9.,()+*/-]+", formula) or re.search(r"[0-9]\.(?![0-9])|(?<![0-9])\.|[0-9][a-z]|[a-z][0-9.]|\.[0-9]+\.|, *\)|\* *\*|/ */|[0-9] +[0-9.]|\( *(?:least|most|root) *\)", formula):
            raise ValueError("this is no formula")
        try:
            tree = ast.parse(re.sub(r"(?<![0-9.])0+(?=[0-9])", "", formula).strip(), mode="eval").body
        except SyntaxError:
            raise ValueError("this is no formula") from None
        self.check(tree)
        self.formulas[name] = tree

    def check(self, node):
        match node:
            case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right):
                self.check(left), self.check(right)
            case ast.UnaryOp(ast.USub(), operand):
                self.check(operand)
            case ast.Call(ast.Name(function), [_, *more] as parts, []) if function in FUNCTIONS and not (more and function == "root"):
                for part in parts:
                    self.check(part)
            case ast.Name(name) if name in FIELDS or name in self.formulas:
                pass
            case ast.Constant(value) if type(value) in (int, float):
                pass
            case _:
                raise ValueError("this is no formula")

    def work_out(self, name, boat):
        return self.value(self.formulas[name], boat)

    def value(self, node, boat):
        match node:
            case ast.BinOp(left, sign, right):
                one, other = self.value(left, boat), self.value(right, boat)
                match sign:
                    case ast.Add():
                        return one + other
                    case ast.Sub():
                        return one - other
                    case ast.Mult():
                        return one * other
                return one / other
            case ast.UnaryOp():
                return -self.value(node.operand, boat)
            case ast.Call():
                return FUNCTIONS[node.func.id](*[self.value(part, boat) for part in node.args])
            case ast.Name(name):
                return boat[name] if name in FIELDS else self.work_out(name, boat)
        return node.value
