import keyword
import re

TOKEN = re.compile(r"[ \t]*([0-9.]+(?!\w)|[^\W\d_]\w*|[-+*/()])[ \t]*")


def _check(formula):
    position = 0
    while position < len(formula):
        match = TOKEN.match(formula, position)
        if match is None:
            raise ValueError(f"not allowed in a formula: {formula[position]!r}")
        if keyword.iskeyword(match[1]):
            raise ValueError(f"not a quantity: {match[1]}")
        position = match.end()
    if "**" in formula or "//" in formula:
        raise ValueError("only + - * / are operators")


def amount(formula, values):
    _check(formula)
    try:
        result = eval(formula.strip(), {"__builtins__": {}}, dict(values))
    except ArithmeticError:
        raise
    except Exception as problem:
        raise ValueError(f"cannot work out {formula!r}") from problem
    if isinstance(result, bool) or not isinstance(result, (int, float)):
        raise ValueError("not a number")
    return result
