"""Formulas by the shunting-yard method: two stacks, no recursion, no evaluator."""
import operator
import re

SCANNER = re.compile(r"([0-9]+\.[0-9]+)|([0-9]+)|([^\W\d_]\w*)|([-+*/()])")
BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}
SIGNS = {"+": (3, operator.pos), "-": (3, operator.neg)}


class FormulaError(ValueError):
    def __init__(self, formula, what):
        super().__init__(f"{what} in the formula {formula!r}")


class Calculator:
    def __init__(self, formula, values):
        self.formula, self.values = formula, values
        self.numbers, self.pending = [], []     # pending: (priority, function, arity) or None for "("
        self.want_number = True

    def fail(self, what):
        raise FormulaError(self.formula, what)

    def settle(self, priority):
        """Carry out what binds at least as strongly as `priority`."""
        while self.pending and self.pending[-1] is not None and self.pending[-1][0] >= priority:
            _, function, arity = self.pending.pop()
            arguments = self.numbers[-arity:]
            del self.numbers[-arity:]
            self.numbers.append(function(*arguments))

    def number(self, value):
        if not self.want_number:
            self.fail("two values beside each other")
        self.numbers.append(value)
        self.want_number = False

    def name(self, name):
        try:
            value = self.values[name]
        except KeyError:
            self.fail(f"unknown quantity {name!r}")
        if not isinstance(value, (int, float)):
            self.fail(f"{name!r} without a number")
        self.number(value)

    def sign(self, sign):
        if sign == "(":
            if not self.want_number:
                self.fail("a bracket behind a value")
            self.pending.append(None)
        elif sign == ")":
            if self.want_number:
                self.fail("a bracket closed too early")
            self.settle(0)
            if not self.pending:
                self.fail("a bracket too many")
            self.pending.pop()
        elif self.want_number:
            if sign not in SIGNS:
                self.fail(f"no value before {sign!r}")
            self.pending.append((*SIGNS[sign], 1))
        else:
            priority, function = BINARY[sign]
            self.settle(priority)
            self.pending.append((priority, function, 2))
            self.want_number = True

    def run(self):
        position = 0
        while position < len(self.formula):
            if self.formula[position] == " ":
                position += 1
                continue
            match = SCANNER.match(self.formula, position)
            if not match:
                self.fail(f"the sign {self.formula[position]!r}")
            position = match.end()
            decimal, whole, name, sign = match.groups()
            follows = self.formula[position:position + 1]
            if (decimal or whole) and (follows == "." or follows == "_" or follows.isalnum()):
                self.fail("a number that goes on oddly")
            if decimal:
                self.number(float(decimal))
            elif whole:
                self.number(int(whole))
            elif name:
                self.name(name)
            else:
                self.sign(sign)
        if self.want_number:
            self.fail("no value at the end")
        self.settle(0)
        if self.pending:
            self.fail("an open bracket")
        (result,) = self.numbers
        return result


def amount(formula, values):
    return Calculator(formula, values).run()
