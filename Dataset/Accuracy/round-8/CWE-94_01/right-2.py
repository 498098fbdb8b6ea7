import operator
import re
from collections import deque
from enum import Enum


class Bad(ValueError):
    """What makes no formula."""


class Op(Enum):
    ADD = "+", 1, operator.add
    SUB = "-", 1, operator.sub
    MUL = "*", 2, operator.mul
    DIV = "/", 2, operator.truediv
    NEG = "neg", 3, operator.neg
    POS = "pos", 3, operator.pos

    def __init__(self, sign, rank, function):
        self.sign, self.rank, self.function = sign, rank, function

    def apply(self, stack):
        count = 1 if self.rank == 3 else 2
        arguments = [stack.pop() for _ in range(count)][::-1]
        stack.append(self.function(*arguments))


BINARY = {op.sign: op for op in Op if op.rank < 3}
SIGN = {"-": Op.NEG, "+": Op.POS}


def scan(formula):
    for found in re.finditer(r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z]\w*)|(?P<sign>[-+*/()])|\s+|(?P<bad>.)",
                             formula, re.ASCII | re.DOTALL):
        if found["bad"]:
            raise Bad(f"not allowed: {found['bad']!r}")
        if found.lastgroup:
            yield found.lastgroup, found[0]


def amount(formula, values):
    numbers, waiting, operand_next = deque(), [], True
    for kind, text in scan(formula):
        match kind, operand_next:
            case "number", True:
                numbers.append(float(text) if "." in text else int(text))
                operand_next = False
            case "name", True:
                try:
                    numbers.append(values[text])
                except KeyError:
                    raise Bad(f"no quantity {text}") from None
                operand_next = False
            case "sign", True if text == "(":
                waiting.append(None)
            case "sign", True if text in SIGN:
                waiting.append(SIGN[text])
            case "sign", False if text == ")":
                while waiting and waiting[-1] is not None:
                    waiting.pop().apply(numbers)
                if not waiting:
                    raise Bad("bracket")
                waiting.pop()
            case "sign", False if text in BINARY:
                while waiting and waiting[-1] is not None and waiting[-1].rank >= BINARY[text].rank:
                    waiting.pop().apply(numbers)
                waiting.append(BINARY[text])
                operand_next = True
            case _:
                raise Bad(f"{text!r} at the wrong place")
    if operand_next or None in waiting:
        raise Bad("unfinished")
    while waiting:
        waiting.pop().apply(numbers)
    return numbers.pop()
