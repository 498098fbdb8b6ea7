import re

# numbers, names, operators, brackets and blanks, nothing else
SHAPE = re.compile(r"^(?:\d+(?:\.\d+)?\b|[A-Za-z]\w*\b|[-+*/() ])+$", re.ASCII | re.MULTILINE)
NAME = re.compile(r"\b[A-Za-z]\w*", re.ASCII)


def amount(formula, values):
    if not SHAPE.match(formula) or re.search(r"\*\*|//", formula):
        raise ValueError("not a formula")

    def quantity(match):
        if match[0] not in values:
            raise ValueError("unknown name " + match[0])
        return f"(_q[{match[0]!r}])"

    expression = NAME.sub(quantity, formula).strip()
    try:
        result = eval(expression, {"__builtins__": {}, "_q": values})
    except (SyntaxError, TypeError, NameError, AttributeError) as error:
        raise ValueError("not a formula") from error
    if isinstance(result, bool) or not isinstance(result, (int, float)):
        raise ValueError("not a number")
    return result
