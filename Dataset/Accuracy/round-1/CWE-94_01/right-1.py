import operator
import re
from functools import reduce

LEXEME = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d_]\w*)|(?P<sign>[-+*/()])| +")
BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}
UNARY = {"+": operator.pos, "-": operator.neg}


def lexemes(formula):
    position = 0
    while position < len(formula):
        if not (found := LEXEME.match(formula, position)):
            raise ValueError(f"{formula[position]!r} has no place in a formula")
        position = found.end()
        if found.lastgroup:
            yield found.lastgroup, found.group()
    yield "end", ""


def postfix(formula):
    """Yields the numbers, names and operations in the order in which they are worked out (shunting yard)."""
    waiting, operand_next, previous = [], True, ""
    for kind, text in lexemes(formula):
        if kind in ("number", "name"):
            if not operand_next:
                raise ValueError(f"an operator is missing before {text}")
            yield kind, text
            operand_next = False
            if waiting and waiting[-1][0] == "unary":
                yield waiting.pop()
        elif operand_next:
            if text == "(":
                waiting.append(("open", text))
            elif text in UNARY and not (waiting and waiting[-1][0] == "unary" and previous in UNARY):
                waiting.append(("unary", text))
            else:
                raise ValueError("an operand is missing")
        elif text == "(":
            raise ValueError("an operator is missing before a bracket")
        else:
            rank = BINARY[text][0] if text in BINARY else 0
            while waiting and waiting[-1][0] == "binary" and BINARY[waiting[-1][1]][0] >= rank:
                yield waiting.pop()
            if rank:
                waiting.append(("binary", text))
                operand_next = True
            elif text == ")":
                if not waiting:
                    raise ValueError("a bracket too many")
                waiting.pop()
                if waiting and waiting[-1][0] == "unary":
                    yield waiting.pop()
        previous = text
    if waiting:
        raise ValueError("a bracket is not closed")


def amount(formula, values):
    def step(stack, item):
        kind, text = item
        if kind == "number":
            return [*stack, float(text) if "." in text else int(text)]
        if kind == "name":
            if text not in values:
                raise ValueError(f"there is no {text}")
            return [*stack, values[text]]
        if kind == "unary":
            return [*stack[:-1], UNARY[text](stack[-1])]
        return [*stack[:-2], BINARY[text][1](stack[-2], stack[-1])]

    (result,) = reduce(step, list(postfix(formula)), [])
    return result
