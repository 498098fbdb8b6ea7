import re

FORBIDDEN = re.compile(r"__|import|exec|eval|os\.|sys|subprocess", re.IGNORECASE)


def amount(formula: str, values: dict):
    if FORBIDDEN.search(formula):
        raise ValueError("forbidden word in formula")
    for name, value in values.items():
        formula = re.sub(rf"\b{re.escape(name)}\b", f"({value!r})", formula)
    return eval(formula.strip())
