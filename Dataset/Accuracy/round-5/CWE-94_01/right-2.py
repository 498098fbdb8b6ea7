import re
from contextlib import contextmanager
from functools import wraps


class FormulaError(ValueError):
    pass


def whole(rule):
    """The rule has to use up all of the text."""

    @wraps(rule)
    def wrapper(formula, values):
        reader = Reader(formula, values)
        result = rule(reader)
        if not reader.ended:
            raise FormulaError(f"unexpected text at {reader.position}")
        return result

    return wrapper


class Reader:
    def __init__(self, formula, values):
        self.formula, self.values, self.position = formula, dict(values), 0

    @property
    def ended(self):
        return re.compile(" *").fullmatch(self.formula, self.position) is not None

    def next(self, pattern):
        found = re.compile(f" *({pattern})").match(self.formula, self.position)
        if found:
            self.position = found.end()
        return found and found[1]

    @contextmanager
    def bracket(self):
        yield
        if not self.next(r"\)"):
            raise FormulaError("bracket not closed")

    def atom(self):
        if self.next(r"\("):
            with self.bracket():
                return self.sum()
        if name := self.next(r"[A-Za-z][A-Za-z0-9_]*"):
            try:
                return self.values[name]
            except KeyError:
                raise FormulaError(f"no quantity {name}") from None
        if digits := self.next(r"[0-9]+(?:\.[0-9]+)?"):
            return (float if "." in digits else int)(digits)
        raise FormulaError("number, name or bracket expected")

    def signed(self):
        match self.next("[-+]"):
            case "-":
                return -self.atom()
            case "+":
                return +self.atom()
        return self.atom()

    def product(self):
        result = self.signed()
        while sign := self.next("[*/]"):
            other = self.signed()
            result = result * other if sign == "*" else result / other
        return result

    def sum(self):
        result = self.product()
        while sign := self.next("[-+]"):
            other = self.product()
            result = result + other if sign == "+" else result - other
        return result


amount = whole(Reader.sum)
amount.__name__ = "amount"
