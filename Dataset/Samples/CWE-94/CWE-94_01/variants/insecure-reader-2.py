def amount(formula, values):
    return eval(formula.strip(), {"__builtins__": {}}, dict(values))
