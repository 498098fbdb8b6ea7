import re

ALLOWED = re.compile(r"[A-Za-z0-9_ .+\-*/()]+")
NAME = re.compile(r"\b[A-Za-z]\w*\b")


def amount(formula, values):
    if not ALLOWED.fullmatch(formula):
        raise ValueError("the formula holds a sign that does not belong there")
    if re.search(r"(?<![0-9])\.|\.(?![0-9])", formula):
        raise ValueError("a point stands only within a number")
    if "**" in formula or "//" in formula:
        raise ValueError("there is no such operator")
    if re.search(r"\b[0-9][0-9.]*[A-Za-z_]|\.[0-9]+\.", formula):
        raise ValueError("not a number")
    if "()" in formula.replace(" ", ""):
        raise ValueError("empty brackets")
    for name in NAME.findall(formula):
        if name not in values:
            raise ValueError(f"no such quantity: {name}")
    try:
        return eval(formula.strip(), {}, dict(values))
    except (SyntaxError, NameError, TypeError) as error:
        raise ValueError("not a formula") from error
