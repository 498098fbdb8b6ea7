import math
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = {"least": lambda *values: min(values), "most": lambda *values: max(values), "root": math.sqrt}
PART = re.compile(r" *([0-9]+(?:\.[0-9]+)?|[a-z]+|[-+*/(),])")
NAME = re.compile(r"[a-z]{1,20}")


class Reader:
    """Makes a function from a boat to a number of a formula."""

    def __init__(self, formula, formulas):
        self.formulas = formulas
        self.parts, place, formula = [], 0, formula.rstrip(" ")
        while place < len(formula):
            found = PART.match(formula, place)
            if not found:
                raise ValueError(f"this is no formula: {formula}")
            self.parts.append(found[1])
            place = found.end()
        self.parts.reverse()

    def whole(self):
        made = self.sum()
        if self.parts:
            raise ValueError(f"{self.parts[-1]} is too much")
        return made

    def next(self, *wanted):
        return self.parts.pop() if self.parts and self.parts[-1] in wanted else None

    def sum(self):
        made = self.product()
        while sign := self.next("+", "-"):
            made = self.joined(made, sign, self.product())
        return made

    def product(self):
        made = self.signed()
        while sign := self.next("*", "/"):
            made = self.joined(made, sign, self.signed())
        return made

    def joined(self, one, sign, other):
        if sign == "+":
            return lambda boat: one(boat) + other(boat)
        if sign == "-":
            return lambda boat: one(boat) - other(boat)
        if sign == "*":
            return lambda boat: one(boat) * other(boat)
        return lambda boat: one(boat) / other(boat)

    def signed(self):
        if self.next("-"):
            made = self.signed()
            return lambda boat: -made(boat)
        return self.single()

    def single(self):
        part = self.parts.pop() if self.parts else ""
        if part == "(":
            made = self.sum()
            self.close()
            return made
        if part[:1].isdigit():
            number = float(part) if "." in part else int(part)
            return lambda boat: number
        if part in FIELDS:
            return lambda boat: boat[part]
        if part in FUNCTIONS:
            return self.call(FUNCTIONS[part], part == "root")
        if part.isalpha():
            return lambda boat: self.formulas[part](boat)
        raise ValueError(f"{part or 'the end'} is not expected")

    def call(self, function, single):
        if not self.next("("):
            raise ValueError("a function has brackets")
        values = [self.sum()]
        while not single and self.next(","):
            values.append(self.sum())
        self.close()
        return lambda boat: function(*(value(boat) for value in values))

    def close(self):
        if not self.next(")"):
            raise ValueError("a bracket is missing")


class Handicaps:
    def __init__(self):
        self.formulas = {}

    def define(self, name, formula):
        if not NAME.fullmatch(name) or name in FIELDS or name in FUNCTIONS or name in self.formulas:
            raise ValueError(f"the name {name} cannot be given")
        if len(formula) > 300:
            raise ValueError("the formula is too long")
        self.formulas[name] = Reader(formula, self.formulas).whole()

    def work_out(self, name, boat):
        return self.formulas[name](boat)
