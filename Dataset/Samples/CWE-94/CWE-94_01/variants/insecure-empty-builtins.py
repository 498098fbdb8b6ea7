def amount(formula, values):
    names = {"__builtins__": {}}
    names.update(values)
    try:
        return eval(formula.strip(), names)
    except Exception as error:
        raise ValueError(f"cannot work out {formula!r}: {error}")
