import re
from functools import cached_property

NUMBER = r"[0-9]+(?:\.[0-9]+)?(?![.\w])"
NAME = r"[A-Za-z][A-Za-z0-9_]*(?!\w)"


class FormulaError(ValueError):
    pass


class Formula:
    """Grammar:  sum = product {(+|-) product};  product = atom {(*|/) atom};  atom = sign atom | ( sum ) | number | name"""

    def __init__(self, text, values):
        self.text, self.values = text, values

    @cached_property
    def tokens(self):
        pattern = re.compile(rf"({NUMBER}|{NAME}|[-+*/()])|[ \t]+|(.)", re.DOTALL)
        found = []
        for match in pattern.finditer(self.text):
            if match[2]:
                raise FormulaError(f"character {match[2]!r} at {match.start()}")
            if match[1]:
                found.append(match[1])
        return found[::-1]

    def next_is(self, choices):
        return bool(self.tokens) and self.tokens[-1] in choices

    def atom(self):
        if not self.tokens:
            raise FormulaError("something is missing at the end")
        token = self.tokens.pop()
        if token == "-":
            return -self.atom()
        if token == "+":
            return +self.atom()
        if token == "(":
            inner = self.sum()
            if not self.next_is(")"):
                raise FormulaError("bracket is not closed")
            self.tokens.pop()
            return inner
        if token[0].isdigit():
            return float(token) if "." in token else int(token)
        try:
            return self.values[token]
        except KeyError:
            raise FormulaError(f"{token!r} is no quantity") from None

    def product(self):
        left = self.atom()
        while self.next_is("*/"):
            if self.tokens.pop() == "*":
                left = left * self.atom()
            else:
                left = left / self.atom()
        return left

    def sum(self):
        left = self.product()
        while self.next_is("+-"):
            if self.tokens.pop() == "+":
                left = left + self.product()
            else:
                left = left - self.product()
        return left

    def __call__(self):
        try:
            result = self.sum()
        except RecursionError:
            raise FormulaError("nested too deeply") from None
        if self.tokens:
            raise FormulaError(f"unexpected {self.tokens[-1]!r}")
        return result


def amount(formula, values):
    return Formula(formula, values)()
