import logging
import operator
import re
from dataclasses import dataclass
from typing import Callable

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Op:
    rank: int
    arity: int
    run: Callable


BINARY = {
    "+": Op(1, 2, operator.add),
    "-": Op(1, 2, operator.sub),
    "*": Op(2, 2, operator.mul),
    "/": Op(2, 2, operator.truediv),
}
SIGN = {"+": Op(3, 1, operator.pos), "-": Op(3, 1, operator.neg)}
SCANNER = re.Scanner([
    (r"[0-9]+\.[0-9]+", lambda _, text: float(text)),
    (r"[0-9]+", lambda _, text: int(text)),
    (r"[^\W\d_]\w*", lambda _, text: ("name", text)),
    (r"[-+*/()]", lambda _, text: text),
    (r" +", None),
])


def postfix(formula, values):
    """Yield numbers and operations in the order of a stack machine."""
    tokens, rest = SCANNER.scan(formula)
    if rest:
        raise ValueError(f"not part of a formula: {rest[:20]!r}")
    waiting, operand, signed = [], True, False
    for token in tokens:
        if operand:
            if token == "(":
                waiting.append(token)
                signed = False
            elif token in ("+", "-") and not signed:
                waiting.append(SIGN[token])
                signed = True
            elif isinstance(token, str):
                raise ValueError(f"unexpected {token}")
            else:
                if isinstance(token, tuple):
                    if token[1] not in values:
                        raise ValueError(f"unknown quantity {token[1]}")
                    token = values[token[1]]
                yield token
                operand = signed = False
        elif token == ")":
            while waiting and waiting[-1] != "(":
                yield waiting.pop()
            if not waiting:
                raise ValueError("bracket not opened")
            waiting.pop()
        elif isinstance(token, str) and token in BINARY:
            op = BINARY[token]
            while waiting and waiting[-1] != "(" and waiting[-1].rank >= op.rank:
                yield waiting.pop()
            waiting.append(op)
            operand = True
        else:
            raise ValueError("operator expected")
    if operand or "(" in waiting:
        raise ValueError("the formula ends too early")
    yield from reversed(waiting)


def amount(formula, values):
    stack = []
    for item in list(postfix(formula, values)):
        if isinstance(item, Op):
            stack[-item.arity:] = [item.run(*stack[-item.arity:])]
        else:
            stack.append(item)
    [result] = stack
    log.debug("%r gives %r", formula, result)
    return result
