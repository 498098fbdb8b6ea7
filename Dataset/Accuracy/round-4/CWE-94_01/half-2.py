import re


def _check(formula, values):
    if not re.fullmatch(r"[\w .+\-*/()]+", formula):
        raise ValueError("unexpected character")
    if "**" in formula or "//" in formula:
        raise ValueError("unknown operator")
    for word in re.findall(r"[A-Za-z_][A-Za-z0-9_]*", formula):
        if word.startswith("_") or word not in values:
            raise ValueError(f"unknown quantity {word!r}")


def amount(formula, values):
    _check(formula, values)
    try:
        result = eval(formula.strip(), {"__builtins__": {}}, dict(values))
    except (SyntaxError, NameError, TypeError, AttributeError) as error:
        raise ValueError("not a formula") from error
    if isinstance(result, bool) or not isinstance(result, (int, float)):
        raise ValueError("not a number")
    return result
