import ast
import operator
import re

WORDS = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?![\w.])|(?P<name>[^\W\d_]\w*)"
                   r"|(?P<sign>[-+*/()])|(?P<blank>[ \t]+)")
BINARY = {"+": (1, operator.add), "-": (1, operator.sub),
          "*": (2, operator.mul), "/": (2, operator.truediv)}
UNARY = {"+": (3, operator.pos), "-": (3, operator.neg)}


def words(formula):
    place = 0
    while place < len(formula):
        word = WORDS.match(formula, place)
        if not word:
            raise ValueError(f"character {place} of the formula is not allowed")
        place = word.end()
        if word.lastgroup != "blank":
            yield word.lastgroup, word.group()


def amount(formula, values):
    """Two stacks instead of recursion; an operator is (strength, operands, function)."""
    numbers, waiting = [], []

    def settle(strength):
        while waiting and waiting[-1] and waiting[-1][0] >= strength:
            _, count, function = waiting.pop()
            operands = numbers[-count:]
            numbers[-count:] = [function(*operands)]

    want_operand, after_sign = True, False
    for kind, word in words(formula):
        if want_operand:
            if kind == "number":
                numbers.append(ast.literal_eval(word.lstrip("0") if word.isdigit() and word.strip("0") else word))
                want_operand = False
            elif kind == "name":
                if word not in values:
                    raise ValueError(f"no quantity is named {word}")
                numbers.append(values[word])
                want_operand = False
            elif word == "(":
                waiting.append(None)
            elif word in UNARY and not after_sign:
                strength, function = UNARY[word]
                waiting.append((strength, 1, function))
            else:
                raise ValueError(f"misplaced {word}")
            after_sign = want_operand and word in UNARY
        elif word == ")":
            settle(0)
            if not waiting:
                raise ValueError("bracket was never opened")
            waiting.pop()
        elif word in BINARY:
            strength, function = BINARY[word]
            settle(strength)
            waiting.append((strength, 2, function))
            want_operand = True
        else:
            raise ValueError(f"misplaced {word}")
    if want_operand:
        raise ValueError("the formula ends too early")
    settle(0)
    if waiting:
        raise ValueError("bracket is not closed")
    return numbers.pop()
