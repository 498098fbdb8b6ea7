import csv
import io
import operator
import re

TOKEN = re.compile(r" *([0-9]+(?:\.[0-9]+)?|(?:SUM|MIN|MAX)(?= *\()|[A-Z][1-9][0-9]?(?![0-9])|[-+*/():]) *")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


class Formula:
    """Works out a formula from left to right; `value_of(cell)` gives the value of a cell."""

    def __init__(self, text, value_of):
        self.tokens, position = [], 0
        while position < len(text):
            found = TOKEN.match(text, position)
            if not found:
                raise ValueError(f"not a formula: {text!r}")
            self.tokens.append(found[1])
            position = found.end()
        self.tokens.reverse()
        self.value_of = value_of

    def next_is(self, *wanted):
        return bool(self.tokens) and self.tokens[-1] in wanted

    def take(self, wanted):
        if not self.next_is(wanted):
            raise ValueError(f"{wanted} is missing")
        return self.tokens.pop()

    def result(self):
        value = self.terms()
        if self.tokens:
            raise ValueError("more than a formula")
        return value

    def terms(self):
        value = self.factors()
        while self.next_is("+", "-"):
            value = OPERATORS[self.tokens.pop()](value, self.factors())
        return value

    def factors(self):
        value = self.one()
        while self.next_is("*", "/"):
            value = OPERATORS[self.tokens.pop()](value, self.one())
        return value

    def one(self):
        token = self.tokens.pop()
        if token == "-":
            return -self.one()
        if token == "(":
            value = self.terms()
            self.take(")")
            return value
        if token in FUNCTIONS:
            self.take("(")
            start, _, end = self.tokens.pop(), self.take(":"), self.tokens.pop()
            self.take(")")
            columns = range(ord(start[0]), ord(end[0]) + 1)
            cells = [f"{chr(column)}{row}" for column in columns for row in range(int(start[1:]), int(end[1:]) + 1)]
            return FUNCTIONS[token]([one for one in map(self.value_of, cells) if isinstance(one, (int, float))] or [0])
        if token[0].isdigit():
            return float(token) if "." in token else int(token)
        value = self.value_of(token)
        if isinstance(value, str):
            raise ValueError(f"{token} is a text")
        return 0 if value is None else value


class Sheet:
    def __init__(self):
        self.cells = {}

    def put(self, cell, text):
        self.cells[cell] = text

    def load(self, csv_text):
        self.cells = {}
        for number, row in enumerate(csv.reader(io.StringIO(csv_text, newline="")), 1):
            for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row):
                self.cells[f"{column}{number}"] = text

    def value(self, cell):
        try:
            return self.work_out(cell, ())
        except (ArithmeticError, LookupError, ValueError, RecursionError):
            return None

    def work_out(self, cell, above):
        if cell in above:
            raise ValueError("a circle")
        text = self.cells.get(cell, "").strip()
        if text.startswith("="):
            return Formula(text[1:], lambda other: self.work_out(other, (*above, cell))).result()
        if found := NUMBER.fullmatch(text):
            return float(text) if found[1] else int(text)
        return text.format(self) if "{" in text else text or None
