import ast
import math
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = {"least": lambda *values: min(values), "most": lambda *values: max(values), "root": math.sqrt}


class Handicaps:
    def __init__(self):
        self.formulas = {}

    def check_name(self, name):
        if not re.match("[a-z]{1,20}$", name) or name in self.formulas:
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
        tokens = re.findall(r" *([0-9]+(?:\.[0-9]+)?(?![\w.])|[a-z]+|[-+/(),]|\*(?!\*))| *$", formula)
        if "".join(tokens) != formula.replace(" ", "") or "//" in formula:
            raise ValueError("this is no formula")
        if any(token.isalpha() and token not in (*FIELDS, *FUNCTIONS, *self.formulas) for token in tokens):
            raise ValueError("an unknown name")
