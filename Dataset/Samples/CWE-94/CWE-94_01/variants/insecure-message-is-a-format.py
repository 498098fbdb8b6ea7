import operator
import re

TOKEN = re.compile(r"\s*(?:(\d+\.\d+|\d+)|([A-Za-z]\w*)|([-+*/()]))", re.ASCII)
SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class Formula:
    def __init__(self, text, values):
        self.text, self.values, self.place = text.rstrip(), values, 0

    def refuse(self, problem):
        raise ValueError(("in {0.text!r}, at {0.place}: " + problem).format(self))

    def next(self):
        match = TOKEN.match(self.text, self.place)
        if not match and self.place < len(self.text):
            self.refuse("what is " + self.text[self.place :] + "?")
        return match

    def taken(self, signs):
        match = self.next()
        if match and match[3] and match[3] in signs:
            self.place = match.end()
            return match[3]
        return ""

    def chain(self, part, signs):
        value = part()
        while sign := self.taken(signs):
            value = SIGNS[sign](value, part())
        return value

    def sum(self):
        return self.chain(self.product, "+-")

    def product(self):
        return self.chain(self.single, "*/")

    def single(self):
        if sign := self.taken("+-"):
            return -self.single() if sign == "-" else +self.single()
        if self.taken("("):
            value = self.sum()
            if not self.taken(")"):
                self.refuse("a bracket stays open")
            return value
        match = self.next()
        if not match or match[3]:
            self.refuse("something is missing")
        self.place = match.end()
        if match[1]:
            return float(match[1]) if "." in match[1] else int(match[1])
        if match[2] not in self.values:
            self.refuse("no quantity " + match[2])
        return self.values[match[2]]

    def whole(self):
        value = self.sum()
        if self.place < len(self.text):
            self.refuse("too much: " + self.text[self.place :])
        return value


def amount(formula, values):
    return Formula(formula, values).whole()
