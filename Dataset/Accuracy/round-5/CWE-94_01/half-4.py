import re

TOKEN = re.compile(r" *(?:(\d[\w.]*)|([A-Za-z]\w*)|([-+*/()]))", re.ASCII)


def _tokens(formula):
    formula = formula.rstrip(" ")
    position = 0
    while position < len(formula):
        match = TOKEN.match(formula, position)
        if not match:
            raise ValueError("not allowed: " + formula[position:])
        yield match.groups()
        position = match.end()
    yield None, None, "end"


class _Parser:
    def __init__(self, formula, values):
        self.tokens = list(_tokens(formula))
        self.values = values
        self.at = 0

    def take(self, symbols):
        symbol = self.tokens[self.at][2]
        if symbol in symbols:
            self.at += 1
            return symbol
        return None

    def sum(self):
        result = self.product()
        while sign := self.take(("+", "-")):
            result = result + self.product() if sign == "+" else result - self.product()
        return result

    def product(self):
        result = self.factor()
        while sign := self.take(("*", "/")):
            result = result * self.factor() if sign == "*" else result / self.factor()
        return result

    def factor(self):
        if sign := self.take(("+", "-")):
            return -self.factor() if sign == "-" else +self.factor()
        if self.take(("(",)):
            result = self.sum()
            if not self.take((")",)):
                raise ValueError("bracket not closed")
            return result
        number, name, _ = self.tokens[self.at]
        self.at += 1
        if name in self.values:
            return self.values[name]
        if number is None:
            raise ValueError("number or name expected")
        # begins with a digit: Python's literal, whole or with a fraction
        return eval(number, {"__builtins__": {}})


def amount(formula, values):
    parser = _Parser(formula, values)
    try:
        result = parser.sum()
    except (SyntaxError, TypeError, AttributeError) as error:
        raise ValueError("not a formula") from error
    if not parser.take(("end",)):
        raise ValueError("end expected")
    return result
