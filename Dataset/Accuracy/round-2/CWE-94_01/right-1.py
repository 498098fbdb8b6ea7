import operator
import re
from contextlib import contextmanager
from itertools import chain


class FormulaError(ValueError):
    pass


class Reader:
    SCAN = re.compile(r"[ \t]*(?:([0-9]+\.[0-9]+)|([0-9]+)|([^\W\d_]\w*)|(.))", re.DOTALL)
    SUM = {"+": operator.add, "-": operator.sub}
    PRODUCT = {"*": operator.mul, "/": operator.truediv}
    SIGN = {"+": operator.pos, "-": operator.neg}

    def __init__(self, formula, values):
        self.values = values
        self.stream = chain(self.SCAN.findall(formula.rstrip(" \t")), [("", "", "", "")])
        self.token = next(self.stream)

    def take(self):
        token, self.token = self.token, next(self.stream, None)
        return token

    def level(self, table, operand):
        result = operand()
        while self.token[3] in table:
            result = table[self.take()[3]](result, operand())
        return result

    def sums(self):
        return self.level(self.SUM, self.products)

    def products(self):
        return self.level(self.PRODUCT, self.signed)

    def signed(self):
        if self.token[3] in self.SIGN:
            return self.SIGN[self.take()[3]](self.atom())
        return self.atom()

    def atom(self):
        match self.take():
            case [str(decimal), "", "", ""] if decimal:
                return float(decimal)
            case ["", str(whole), "", ""] if whole:
                return int(whole)
            case ["", "", str(name), ""] if name in self.values:
                return self.values[name]
            case ["", "", "", "("]:
                result = self.sums()
                if self.take()[3] != ")":
                    raise FormulaError("bracket not closed")
                return result
            case other:
                raise FormulaError(f"unexpected {''.join(other)!r}")


@contextmanager
def whole_formula(formula, values):
    reader = Reader(formula, values)
    yield reader
    if any(reader.token):
        raise FormulaError(f"unexpected {''.join(reader.token)!r}")


def amount(formula, values):
    with whole_formula(formula, values) as reader:
        result = reader.sums()
    return result
