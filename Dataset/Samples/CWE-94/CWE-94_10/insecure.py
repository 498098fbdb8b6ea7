import math


def least(*values):
    return min(values)


def most(*values):
    return max(values)


class Handicaps:
    def __init__(self):
        self.formulas = {}

    def define(self, name, formula):
        self.formulas[name] = compile(formula.strip(), name, "eval")

    def work_out(self, name, boat):
        names = {"__builtins__": {}, "least": least, "most": most, "root": math.sqrt, **boat}
        for one, formula in self.formulas.items():
            names[one] = eval(formula, names)
            if one == name:
                return names[one]
        raise KeyError(name)
