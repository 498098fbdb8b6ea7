"""Works out the formulas of the recipes; each one is read and checked only once."""
import ast
import keyword
import re

_TOKEN = re.compile(
    r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?![\w.])|(?P<name>[^\W\d_]\w*)|(?P<sign>[-+*/()]))"
)
_NODES = (
    ast.Expression, ast.BinOp, ast.UnaryOp, ast.Name, ast.Load, ast.Constant,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UAdd, ast.USub,
)
_CHECKED = {}


def _python_name(name):
    """What a quantity is called in the code: `in` or `für` would not get through as they are."""
    if keyword.iskeyword(name) or not name.isascii():
        return "_" + name.encode("utf-8").hex()
    return name


def _check(formula, values):
    """The code of a formula that consists of nothing but what a formula may consist of."""
    pieces, position, end = [], 0, len(formula.rstrip(" "))
    while position < end:
        match = _TOKEN.match(formula, position)
        if match is None:
            raise ValueError(f"a formula cannot hold {formula[position:]!r}")
        position = match.end()
        if match["name"]:
            if match["name"] not in values:
                raise ValueError(f"there is no quantity {match['name']!r}")
            pieces.append(_python_name(match["name"]))
        elif match["number"]:
            whole, dot, rest = match["number"].partition(".")
            pieces.append((whole.lstrip("0") or "0") + dot + rest)
        else:
            pieces.append(match["sign"])
    try:
        # the blanks see to it that no two signs become one
        tree = ast.parse(" ".join(pieces), mode="eval")
    except (SyntaxError, MemoryError, RecursionError) as error:
        raise ValueError(f"not a formula: {formula!r}") from error
    for node in ast.walk(tree):
        if not isinstance(node, _NODES):
            raise ValueError(f"a formula cannot hold a {type(node).__name__}")
    return compile(tree, "<formula>", "eval")


def amount(formula, values):
    code = _CHECKED.get(formula)
    if code is None:
        code = _CHECKED[formula] = _check(formula, values)
    try:
        return eval(code, {_python_name(name): number for name, number in values.items()})
    except NameError as error:
        raise ValueError(f"unknown quantity in {formula!r}") from error
