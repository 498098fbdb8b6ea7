from dataclasses import dataclass, field
from operator import add, mul, neg, pos, sub, truediv

BINARY = {"+": (1, add), "-": (1, sub), "*": (2, mul), "/": (2, truediv)}
SIGN = {"+": (3, pos), "-": (3, neg)}
DIGITS = frozenset("0123456789")


class FormulaError(ValueError):
    pass


@dataclass
class Machine:
    values: dict
    numbers: list = field(default_factory=list)
    waiting: list = field(default_factory=list)
    operand_next: bool = True

    def number(self, value):
        if not self.operand_next:
            raise FormulaError("an operator is missing")
        self.numbers.append(value)
        self.operand_next = False

    def reduce(self, rank):
        while self.waiting and self.waiting[-1] is not None and self.waiting[-1][0] >= rank:
            level, work = self.waiting.pop()
            right = self.numbers.pop()
            self.numbers.append(work(right) if level == 3 else work(self.numbers.pop(), right))

    def symbol(self, sign):
        if sign == "(":
            if not self.operand_next:
                raise FormulaError("calls are no arithmetic")
            self.waiting.append(None)
        elif sign == ")":
            if self.operand_next:
                raise FormulaError("a number is missing")
            self.reduce(0)
            if not self.waiting:
                raise FormulaError("bracket was not opened")
            self.waiting.pop()
        elif self.operand_next:
            if sign not in SIGN:
                raise FormulaError("a number is missing")
            self.waiting.append(SIGN[sign])
        else:
            self.reduce(BINARY[sign][0])
            self.waiting.append(BINARY[sign])
            self.operand_next = True

    def result(self):
        if self.operand_next:
            raise FormulaError("the formula ends too early")
        self.reduce(0)
        if self.waiting:
            raise FormulaError("bracket is not closed")
        return self.numbers.pop()


def _words(formula):
    word = ""
    for char in formula + " ":
        if char.isalnum() or char in "_.":
            word += char
            continue
        if word:
            yield word
            word = ""
        if char in "+-*/()":
            yield char
        elif char not in " \t":
            raise FormulaError(f"unexpected {char!r}")


def amount(formula, values):
    machine = Machine(values)
    for word in _words(formula):
        whole, dot, rest = word.partition(".")
        if word in set("+-*/()"):
            machine.symbol(word)
        elif set(whole) <= DIGITS and whole and set(rest) <= DIGITS and bool(rest) == bool(dot):
            machine.number(float(word) if dot else int(word))
        elif word[0].isalpha() and not dot and word in values:
            machine.number(values[word])
        else:
            raise FormulaError(f"{word!r} is neither a number nor a quantity")
    return machine.result()
