import re


def amount(formula, values):
    missing = [name for name in re.findall(r"\b[A-Za-z]\w*", formula) if name not in values]
    if missing:
        print("Note: no value for", ", ".join(missing))
    return eval(formula.strip(), {}, dict(values))
