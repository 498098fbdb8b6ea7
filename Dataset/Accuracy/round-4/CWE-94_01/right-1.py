import operator
import re

TOKEN = re.compile(r"[ \t]*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?![\w.])|(?P<name>[^\W\d_]\w*)|(?P<sign>[-+*/()]))")
APPLY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def _tokens(formula, values):
    place, end = 0, len(formula.rstrip(" \t"))
    while place < end:
        found = TOKEN.match(formula, place)
        if not found:
            raise ValueError(f"unexpected text at {place}")
        place = found.end()
        match found.lastgroup, found[found.lastgroup]:
            case "number", text:
                yield float(text) if "." in text else int(text)
            case "name", text if text in values:
                yield values[text]
            case "name", text:
                raise ValueError(f"unknown quantity {text}")
            case _, text:
                yield text
    yield None


def amount(formula, values):
    stream = _tokens(formula, values)
    current = next(stream)

    def advance():
        nonlocal current
        taken, current = current, next(stream, None)
        return taken

    def factor():
        token = advance()
        if token == "-":
            return -factor()
        if token == "+":
            return +factor()
        if token == "(":
            inner = chain("+-", lambda: chain("*/", factor))
            if advance() != ")":
                raise ValueError("bracket is not closed")
            return inner
        if token is None or isinstance(token, str):
            raise ValueError("a number is missing")
        return token

    def chain(signs, part):
        left = part()
        while isinstance(current, str) and current in signs:
            left = APPLY[advance()](left, part())
        return left

    try:
        result = chain("+-", lambda: chain("*/", factor))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if current is not None:
        raise ValueError("text behind the formula")
    return result
