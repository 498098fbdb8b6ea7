import operator
import re

TOKEN = re.compile(r" *(?:([0-9]+(?:\.[0-9]+)?)|([A-Za-z][A-Za-z0-9_]*)|([-+*/()]))")
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class Formula:
    quantities = {}

    def __init__(self, text, values):
        self.quantities.update(values)
        self.tokens, self.place = [], 0
        text, at = text.rstrip(" "), 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError(f"unexpected sign at {at}")
            number, name, sign = match.groups()
            if number:
                self.tokens.append(("number", float(number) if "." in number else int(number)))
            else:
                self.tokens.append(("name", name) if name else (sign, None))
            at = match.end()
        self.tokens.append(("end", None))

    def take(self, *kinds):
        kind, value = self.tokens[self.place]
        if kind in kinds:
            self.place += 1
            return kind, value
        return None

    def sum(self):
        result = self.product()
        while taken := self.take("+", "-"):
            result = OPERATORS[taken[0]](result, self.product())
        return result

    def product(self):
        result = self.signed()
        while taken := self.take("*", "/"):
            result = OPERATORS[taken[0]](result, self.signed())
        return result

    def signed(self):
        if taken := self.take("+", "-"):
            return self.atom() if taken[0] == "+" else -self.atom()
        return self.atom()

    def atom(self):
        if taken := self.take("number"):
            return taken[1]
        if taken := self.take("name"):
            if taken[1] not in self.quantities:
                raise ValueError(f"no such quantity: {taken[1]}")
            return self.quantities[taken[1]]
        if self.take("("):
            result = self.sum()
            if self.take(")"):
                return result
        raise ValueError("not a formula")


def amount(formula, values):
    parser = Formula(formula, values)
    result = parser.sum()
    if not parser.take("end"):
        raise ValueError("not a formula")
    return result
