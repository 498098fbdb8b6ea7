import ast
import re

ALLOWED = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.Name, ast.Load, ast.Constant,
           ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UAdd, ast.USub)


def _check(tree):
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            raise ValueError(f"{type(node).__name__} is not allowed in a formula")
        if isinstance(node, ast.Constant) and type(node.value) not in (int, float):
            raise ValueError("only numbers are allowed")


def amount(formula, values):
    if not re.fullmatch(r"[\w.+\-*/() \t]*", formula) or re.search(r"\b\d[\d.]*[^\W\d]", formula):
        raise ValueError("unexpected character in the formula")
    try:
        tree = ast.parse(formula.strip(" \t"), mode="eval")
        _check(tree)
        code = compile(tree, "<formula>", "eval")
        return eval(code, {"__builtins__": {}}, dict(values))
    except (SyntaxError, NameError, TypeError, RecursionError, MemoryError) as error:
        raise ValueError("not a valid formula") from error
