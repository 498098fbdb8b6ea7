def amount(formula, values):
    return eval(formula, {}, values)
