import operator
from collections import deque

SUMS = {"+": operator.add, "-": operator.sub}
PRODUCTS = {"*": operator.mul, "/": operator.truediv}
SIGNS = {"+": operator.pos, "-": operator.neg}
DIGITS = frozenset("0123456789")


def _scan(formula):
    """Yields numbers as numbers, names as one-element tuples and marks as strings."""
    rest = deque(formula)

    def run(accept):
        taken = ""
        while rest and accept(rest[0]):
            taken += rest.popleft()
        return taken

    while rest:
        char = rest[0]
        if char == " ":
            rest.popleft()
        elif char in "+-*/()":
            yield rest.popleft()
        elif char in DIGITS:
            whole = run(DIGITS.__contains__)
            if rest and rest[0] == ".":
                rest.popleft()
                if not (part := run(DIGITS.__contains__)):
                    raise ValueError("a point without digits")
                yield float(f"{whole}.{part}")
            else:
                yield int(whole)
            if rest and (rest[0] == "." or rest[0] == "_" or rest[0].isalnum()):
                raise ValueError("malformed number")
        elif char.isalpha():
            yield (run(lambda c: c == "_" or c.isalnum()),)
        else:
            raise ValueError(f"unexpected {char!r}")


def amount(formula, values):
    output, pending, operand_due = [], [], True

    def reduce_while(condition):
        while pending and pending[-1][0] != "(" and condition(pending[-1][0]):
            _, arity, function = pending.pop()
            arguments = [output.pop() for _ in range(arity)]
            output.append(function(*reversed(arguments)))

    for token in _scan(formula):
        match token:
            case int() | float() if operand_due:
                output.append(token)
                operand_due = False
            case (name,) if operand_due and name in values:
                output.append(values[name])
                operand_due = False
            case "(" if operand_due:
                pending.append(("(", 0, None))
            case "+" | "-" if operand_due:
                pending.append((3, 1, SIGNS[token]))
            case "*" | "/" if not operand_due:
                reduce_while(lambda level: level >= 2)
                pending.append((2, 2, PRODUCTS[token]))
                operand_due = True
            case "+" | "-" if not operand_due:
                reduce_while(lambda level: level >= 1)
                pending.append((1, 2, SUMS[token]))
                operand_due = True
            case ")" if not operand_due:
                reduce_while(lambda level: True)
                if not pending:
                    raise ValueError("bracket closed that was not opened")
                pending.pop()
            case _:
                raise ValueError(f"unexpected {token!r}")
    if operand_due:
        raise ValueError("the formula is not finished")
    reduce_while(lambda level: True)
    if pending:
        raise ValueError("a bracket is not closed")
    (result,) = output
    return result
