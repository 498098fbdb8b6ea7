import re

TOKEN = re.compile(r"[ \t]*(?:([0-9]+(?:\.[0-9]+)?)|([^\W\d_]\w*)|([-+*/()]))")


def _tokens(formula):
    if not isinstance(formula, str):
        raise ValueError("a formula is a string")
    text = formula.rstrip(" \t")
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise ValueError(f"cannot read the formula at {position}")
        kind = ("number", "name", "sign")[match.lastindex - 1]
        yield kind, match.group(match.lastindex)
        position = match.end()
    yield "end", ""


class _Parser:
    def __init__(self, formula, values):
        self.tokens = list(_tokens(formula))
        self.at = 0
        self.values = values

    def take(self, *wanted):
        kind, text = self.tokens[self.at]
        if kind == "sign" and text in wanted:
            self.at += 1
            return text
        return None

    def total(self):
        result = self.product()
        while op := self.take("+", "-"):
            right = self.product()
            result = result + right if op == "+" else result - right
        return result

    def product(self):
        result = self.factor()
        while op := self.take("*", "/"):
            right = self.factor()
            result = result * right if op == "*" else result / right
        return result

    def factor(self):
        sign = self.take("+", "-")
        value = self.atom()
        return -value if sign == "-" else value

    def atom(self):
        if self.take("("):
            result = self.total()
            if not self.take(")"):
                raise ValueError("closing bracket missing")
            return result
        kind, text = self.tokens[self.at]
        if kind == "number":
            self.at += 1
            return float(text) if "." in text else int(text)
        if kind == "name" and text in self.values:
            self.at += 1
            return self.values[text]
        raise ValueError(f"unexpected {text or 'end'!r} in formula")


def amount(formula, values):
    parser = _Parser(formula, values)
    try:
        result = parser.total()
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None
    if parser.tokens[parser.at][0] != "end":
        raise ValueError("formula goes on where it should end")
    return result
