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
        if len(formula) > 300 or re.search(r"_|\[|'|\"|lambda|import|eval|exec", formula):
            raise ValueError("this is no formula")
        for word in re.findall(r"[a-z]+", formula):
            if word not in (*FIELDS, *FUNCTIONS, *self.formulas, "real", "if", "else"):
                raise ValueError("this is no formula")
