import re

NOT_IN_FORMULAS = re.compile(
    r"\*\*|//|[\[\]{}'\",;=<>%@^~!#&|\\\r\n]|(?<![\w.])[0-9][0-9.]*[^\W\d]"
    r"|\b(?:if|else|and|or|not|in|is|for|await|yield|True|False|None)\b")
NUMBERS = (int, float)


def amount(formula, values):
    if NOT_IN_FORMULAS.search(formula):
        raise ValueError("this is not a formula")
    try:
        code = compile(formula.strip(), "<formula>", "eval")
    except (SyntaxError, ValueError) as error:
        raise ValueError("the formula cannot be read") from error
    for name in code.co_names:
        if name not in values:
            raise ValueError(f"unknown quantity {name!r}")
    try:
        result = eval(code, {"__builtins__": {}}, dict(values))
    except (TypeError, NameError, AttributeError) as error:
        raise ValueError("the formula cannot be worked out") from error
    if type(result) not in NUMBERS:
        raise ValueError("the formula does not give a number")
    return result
