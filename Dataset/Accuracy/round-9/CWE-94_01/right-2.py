"""Formulas by recursive descent, where the recursion is one of generators on a stack of our own:
brackets can be nested as deeply as anybody likes. All is worked out while it is read."""
from collections import deque
from itertools import groupby


def _kind(sign):
    if sign in "0123456789.":
        return "word"
    return "word" if sign == "_" or sign.isalnum() else "blank" if sign == " " else "sign"


def _tokens(formula):
    for kind, group in groupby(formula, _kind):
        text = "".join(group)
        if kind == "word":
            yield _word(text)
        elif kind == "sign":
            yield from text


class Name(str):
    pass


def _word(text):
    head, dot, tail = text.partition(".")
    if text[0].isalpha() and not dot:
        return Name(text)
    if head.isascii() and head.isdigit():
        if not dot:
            return int(head)
        if tail.isascii() and tail.isdigit():
            return float(text)
    raise ValueError(f"{text!r} is neither a number nor a name")


def _sum(tokens, values):
    total = yield _product
    while tokens and tokens[0] in ("+", "-") and type(tokens[0]) is str:
        minus = tokens.popleft() == "-"
        part = yield _product
        total = total - part if minus else total + part
    return total


def _product(tokens, values):
    total = yield _factor
    while tokens and type(tokens[0]) is str and tokens[0] in ("*", "/"):
        divide = tokens.popleft() == "/"
        part = yield _factor
        total = total / part if divide else total * part
    return total


def _factor(tokens, values):
    match tokens.popleft() if tokens else None:
        case int() | float() as number:
            return number
        case Name() as name if name in values:
            return values[name]
        case "-":
            return -(yield _factor)
        case "+":
            return +(yield _factor)
        case "(":
            inner = yield _sum
            if not tokens or tokens.popleft() != ")":
                raise ValueError("a bracket is not closed")
            return inner
        case other:
            raise ValueError(f"a value was expected, not {other!r}")


def amount(formula, values):
    tokens = deque(_tokens(formula))
    quantities = {str(name): value for name, value in values.items()}
    stack, result = [_sum(tokens, quantities)], None
    while stack:
        try:
            rule = stack[-1].send(result)
        except StopIteration as done:
            stack.pop()
            result = done.value
        else:
            stack.append(rule(tokens, quantities))
            result = None
    if tokens:
        raise ValueError(f"{tokens[0]!r} does not fit there")
    return result
