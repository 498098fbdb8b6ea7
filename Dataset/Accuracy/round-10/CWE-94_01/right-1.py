"""A formula becomes a generator of lexemes, then postfix notation (shunting-yard), then a number. No recursion,
so brackets may be nested as deeply as one likes."""
import enum
import re


class Op(enum.Enum):
    ADD = ("+", 1, 2, lambda a, b: a + b)
    SUB = ("-", 1, 2, lambda a, b: a - b)
    MUL = ("*", 2, 2, lambda a, b: a * b)
    DIV = ("/", 2, 2, lambda a, b: a / b)
    PLUS = ("u+", 3, 1, lambda a: +a)
    MINUS = ("u-", 3, 1, lambda a: -a)

    def __init__(self, sign, binding, arity, work):
        self.sign, self.binding, self.arity, self.work = sign, binding, arity, work


BINARY = {op.sign: op for op in Op if op.arity == 2}
UNARY = {op.sign[1]: op for op in Op if op.arity == 1}
OPEN = object()
LEXEME = re.compile(r" *(?:([0-9]+\.[0-9]+(?![\w.]))|([0-9]+(?![\w.]))|([^\W\d_]\w*)|([-+*/()]))")


class FormulaError(ValueError):
    pass


def lexemes(formula):
    formula, at = formula.rstrip(" "), 0
    while at < len(formula):
        found = LEXEME.match(formula, at)
        if found is None:
            raise FormulaError(f"column {at + 1}")
        at = found.end()
        yield found.lastindex, found[found.lastindex]


def postfix(formula, values):
    waiting, before_operand, after_sign = [], True, False
    for kind, text in lexemes(formula):
        if kind < 4:
            if not before_operand:
                raise FormulaError(text)
            if kind == 3:
                if text not in values:
                    raise FormulaError(f"no quantity is named {text}")
                yield values[text]
            else:
                yield float(text) if kind == 1 else int(text)
            before_operand = after_sign = False
        elif text == "(":
            if not before_operand:
                raise FormulaError(text)
            waiting.append(OPEN)
            after_sign = False
        elif text == ")":
            if before_operand:
                raise FormulaError(text)
            while waiting and waiting[-1] is not OPEN:
                yield waiting.pop()
            if not waiting:
                raise FormulaError(text)
            waiting.pop()
        elif before_operand:
            if text not in UNARY or after_sign:
                raise FormulaError(text)
            waiting.append(UNARY[text])
            after_sign = True
        else:
            op = BINARY[text]
            while waiting and waiting[-1] is not OPEN and waiting[-1].binding >= op.binding:
                yield waiting.pop()
            waiting.append(op)
            before_operand = True
    if before_operand or OPEN in waiting:
        raise FormulaError("the end is missing")
    yield from reversed(waiting)


def amount(formula, values):
    if not isinstance(formula, str):
        raise FormulaError("a formula is a text")
    stack = []
    for item in [*postfix(formula, values)]:
        if isinstance(item, Op):
            arguments = stack[-item.arity:]
            del stack[-item.arity:]
            stack.append(item.work(*arguments))
        else:
            stack.append(item)
    return stack[0]
