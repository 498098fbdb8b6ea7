import re

TOKEN = re.compile(r"\s*(?:(\d+\.\d*|\.\d+|\d+)|([A-Za-z]\w*)|([-+*/()]))")


class Parser:
    def __init__(self, formula, values):
        self.values = values
        self.tokens = []
        position = 0
        text = formula.rstrip()
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                raise SyntaxError("unexpected character in formula")
            self.tokens.append(match.group().strip())
            position = match.end()
        self.tokens.append("")

    def take(self):
        return self.tokens.pop(0)

    def sum(self):
        result = self.product()
        while self.tokens[0] in ("+", "-"):
            if self.take() == "+":
                result = result + self.product()
            else:
                result = result - self.product()
        return result

    def product(self):
        result = self.factor()
        while self.tokens[0] in ("*", "/"):
            if self.take() == "*":
                result = result * self.factor()
            else:
                result = result / self.factor()
        return result

    def factor(self):
        token = self.take()
        if token == "-":
            return -self.factor()
        if token == "+":
            return self.factor()
        if token == "(":
            result = self.sum()
            if self.take() != ")":
                raise SyntaxError("missing )")
            return result
        if token in self.values:
            return self.values[token]
        return float(token) if "." in token else int(token)


def amount(formula: str, values: dict) -> float:
    parser = Parser(formula, values)
    result = parser.sum()
    if parser.tokens != [""]:
        raise SyntaxError("formula goes on after its end")
    return result
