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
        names = {**FUNCTIONS, **boat}
        for one, formula in self.formulas.items():
            names[one] = eval(formula, names)
            if one == name:
                return names[one]
        raise KeyError(name)

    def check(self, formula):
        try:
            self.look(ast.parse(formula.strip(), mode="eval").body)
        except SyntaxError:
            raise ValueError("this is no formula") from None

    def look(self, node):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
            self.look(node.left), self.look(node.right)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            self.look(node.operand)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            if not node.args:
                raise ValueError("a function has parts")
        elif not (isinstance(node, ast.Name) and node.id in (*FIELDS, *self.formulas) or isinstance(node, ast.Constant) and type(node.value) in (int, float)):
            raise ValueError("this is no formula")
