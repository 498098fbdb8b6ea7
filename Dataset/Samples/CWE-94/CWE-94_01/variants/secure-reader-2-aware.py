import operator
import re

TOKEN = re.compile(r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[^\W\d_]\w*)|(?P<op>[-+*/()]))")
BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
SIGNS = {"sign+": operator.pos, "sign-": operator.neg}
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "sign+": 3, "sign-": 3}


def _tokens(formula):
    formula = formula.rstrip(" ")
    pos = 0
    while pos < len(formula):
        match = TOKEN.match(formula, pos)
        if match is None:
            raise ValueError("the formula holds something unknown")
        yield match.lastgroup, match[match.lastgroup]
        pos = match.end()


def _apply(op, numbers):
    if op in SIGNS:
        numbers.append(SIGNS[op](numbers.pop()))
    else:
        right, left = numbers.pop(), numbers.pop()
        numbers.append(BINARY[op](left, right))


def amount(formula, values):
    numbers, ops = [], []
    want_operand, after_sign = True, False
    for kind, text in _tokens(formula):
        if want_operand:
            if kind == "number":
                numbers.append(float(text) if "." in text else int(text))
                want_operand = False
            elif kind == "name":
                if text not in values:
                    raise ValueError(f"unknown quantity: {text}")
                numbers.append(values[text])
                want_operand = False
            elif text == "(":
                ops.append("(")
            elif text in "+-" and not after_sign:
                ops.append("sign" + text)
                after_sign = True
                continue
            else:
                raise ValueError("a number, a name or a bracket is missing")
            after_sign = False
        elif text == ")":
            while ops and ops[-1] != "(":
                _apply(ops.pop(), numbers)
            if not ops:
                raise ValueError("a bracket is not opened")
            ops.pop()
        elif kind == "op" and text in BINARY:
            while ops and ops[-1] != "(" and PRECEDENCE[ops[-1]] >= PRECEDENCE[text]:
                _apply(ops.pop(), numbers)
            ops.append(text)
            want_operand = True
        else:
            raise ValueError("an operator is missing")
    if want_operand or "(" in ops:
        raise ValueError("the formula is not complete")
    while ops:
        _apply(ops.pop(), numbers)
    return numbers[0]
