"""Formulas for the corrected times of the cardboard boats (two stacks, no eval)."""

import math
import operator
import re

FIELDS = {"weight", "length", "seconds", "crew"}
FUNCTIONS = {"least": lambda *parts: min(parts), "most": lambda *parts: max(parts), "root": math.sqrt}
BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}
MINUS = "negative"
TOKEN = re.compile(r" *(?:([0-9]+\.[0-9]+)|([0-9]+)|([a-z]+)|([-+*/(),])) *")


class _Compiler:
    """Turns a formula into a list of steps for a stack machine."""

    def __init__(self, known):
        self.known = known
        self.steps = []
        self.waiting = []          # operators, functions and open brackets
        self.counts = []           # for each function that is open: its parts until now

    def _flush(self, weight):
        while self.waiting and self.waiting[-1] != "(":
            top = self.waiting[-1]
            if (3 if top == MINUS else BINARY[top][0]) < weight:
                break
            self.waiting.pop()
            self.steps.append(("negate",) if top == MINUS else ("binary", BINARY[top][1]))

    def compile(self, formula):
        position, operand_next, call_next = 0, True, False
        while position < len(formula):
            match = TOKEN.match(formula, position)
            if match is None:
                raise ValueError("not in a formula")
            position = match.end()
            decimal, whole, name, sign = match.groups()
            if call_next and sign != "(":
                raise ValueError("a function without its parts")
            if operand_next:
                operand_next, call_next = self._operand(decimal, whole, name, sign, call_next)
            else:
                operand_next = self._behind(sign)
        if operand_next:
            raise ValueError("something is missing")
        self._flush(0)
        if self.waiting:
            raise ValueError("a bracket is open")
        return self.steps

    def _operand(self, decimal, whole, name, sign, after_function):
        if decimal or whole:
            self.steps.append(("number", float(decimal) if decimal else int(whole)))
        elif name in FUNCTIONS:
            self.waiting.append(name)
            return True, True
        elif name:
            if name not in self.known:
                raise ValueError(f"unknown: {name}")
            self.steps.append(("name", name))
        elif sign == "(":
            if after_function:
                self.counts.append(1)
            self.waiting.append("(")
            plain = sum(one == "(" and (not n or self.waiting[n - 1] not in FUNCTIONS)
                        for n, one in enumerate(self.waiting))
            if plain > 20:
                raise ValueError("too many brackets within each other")
            return True, False
        elif sign == "-":
            self.waiting.append(MINUS)
            return True, False
        else:
            raise ValueError("a part is missing")
        return False, False

    def _behind(self, sign):
        if sign in BINARY:
            self._flush(BINARY[sign][0])
            self.waiting.append(sign)
            return True
        if sign == ",":
            self._flush(0)
            if not self.counts:
                raise ValueError("a comma outside of a function")
            self.counts[-1] += 1
            return True
        if sign == ")":
            self._flush(0)
            if not self.waiting:
                raise ValueError("a bracket too many")
            self.waiting.pop()
            if self.waiting and self.waiting[-1] in FUNCTIONS:
                function, count = self.waiting.pop(), self.counts.pop()
                if function == "root" and count != 1:
                    raise ValueError("root takes one part")
                self.steps.append(("call", FUNCTIONS[function], count))
            return False
        raise ValueError("an operator is missing")


class Handicaps:
    def __init__(self):
        self._formulas = {}        # in the order of their definition

    def define(self, name, formula):
        if not (isinstance(name, str) and isinstance(formula, str)):
            raise ValueError("strings, please")
        if not re.fullmatch("[a-z]{1,20}", name) or name in FIELDS or name in FUNCTIONS:
            raise ValueError("no name for a formula")
        if name in self._formulas:
            raise ValueError("there is such a formula")
        if len(formula) > 300:
            raise ValueError("too long")
        self._formulas[name] = _Compiler(FIELDS | self._formulas.keys()).compile(formula)

    def work_out(self, name, boat):
        if name not in self._formulas:
            raise KeyError(name)
        needed, todo = set(), [name]
        while todo:
            one = todo.pop()
            if one in self._formulas and one not in needed:
                needed.add(one)
                todo += [step[1] for step in self._formulas[one] if step[0] == "name"]
        values = {field: boat[field] for field in FIELDS}
        for one, steps in self._formulas.items():
            if one in needed:
                values[one] = self._run(steps, values)
        return values[name]

    @staticmethod
    def _run(steps, values):
        stack = []
        for kind, *rest in steps:
            if kind == "number":
                stack.append(rest[0])
            elif kind == "name":
                stack.append(values[rest[0]])
            elif kind == "negate":
                stack.append(-stack.pop())
            elif kind == "binary":
                right, left = stack.pop(), stack.pop()
                stack.append(rest[0](left, right))
            else:
                function, count = rest
                parts = stack[-count:]
                del stack[-count:]
                stack.append(function(*parts))
        return stack.pop()
