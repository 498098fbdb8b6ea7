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
        self.check(formula)
        self.formulas[name] = formula.strip()

    def work_out(self, name, boat):
        names = {"__builtins__": {}, **FUNCTIONS, **boat}
        for one, formula in self.formulas.items():
            names[one] = eval(formula, names)
            if one == name:
                return names[one]
        raise KeyError(name)

    def check(self, formula):
        try:
            tree = ast.parse(formula.strip(), mode="eval")
        except SyntaxError:
            raise ValueError("this is no formula") from None
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id not in (*FIELDS, *FUNCTIONS, *self.formulas):
                raise ValueError("an unknown name")
            if not isinstance(node, (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Call, ast.Name, ast.Constant, ast.operator, ast.unaryop, ast.expr_context)):
                raise ValueError("this is no formula")
