"""Formulas become rows of steps for a small stack machine (shunting-yard), which knows nothing else."""
import math
from enum import Enum
from string import ascii_lowercase, digits

FIELDS = frozenset(("weight", "length", "seconds", "crew"))
FUNCTIONS = {"least": (min, None), "most": (max, None), "root": (lambda some: math.sqrt(some[0]), 1)}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "negative": 3}


class FormulaError(ValueError):
    pass


class Do(Enum):
    PUSH, FIELD, FORMULA, SIGN, CALL = range(5)


def tokens(text):
    at = 0
    while at < len(text):
        sign, start = text[at], at
        if sign == " ":
            at += 1
        elif sign in "+-*/(),":
            at += 1
            yield "sign", sign
        elif sign in ascii_lowercase:
            while at < len(text) and text[at] in ascii_lowercase:
                at += 1
            yield "word", text[start:at]
        elif sign in digits:
            number = int
            while at < len(text) and text[at] in digits:
                at += 1
            if text[at:at + 1] == "." and text[at + 1:at + 2] in tuple(digits):
                number, at = float, at + 1
                while at < len(text) and text[at] in digits:
                    at += 1
            yield "number", number(text[start:at])
        else:
            raise FormulaError(sign)
    yield "end", None


class Compiler:
    def __init__(self, known):
        self.known, self.steps, self.waiting = known, [], []

    def settle(self, strength):
        while self.waiting and self.waiting[-1][0] == "op" and STRENGTH[self.waiting[-1][1]] >= strength:
            self.steps.append((Do.SIGN, self.waiting.pop()[1]))

    def run(self, text):
        ready = False           # is there a part to the left
        function = None         # was that a function's name
        for kind, what in tokens(text):
            if function is not None:
                if what != "(" or kind != "sign":
                    raise FormulaError(function)
                self.waiting.append(["call", function, 1])
                function = None
            elif not ready:
                if kind == "number":
                    self.steps.append((Do.PUSH, what))
                    ready = True
                elif kind == "word" and what in FUNCTIONS:
                    function = what
                elif kind == "word" and (what in FIELDS or what in self.known):
                    self.steps.append((Do.FIELD if what in FIELDS else Do.FORMULA, what))
                    ready = True
                elif kind == "sign" and what == "-":
                    self.waiting.append(["op", "negative"])
                elif kind == "sign" and what == "(":
                    self.waiting.append(["group"])
                    if sum(each == ["group"] for each in self.waiting) > 20:
                        raise FormulaError("brackets")
                else:
                    raise FormulaError(what)
            elif kind == "sign" and what in STRENGTH:
                self.settle(STRENGTH[what])
                self.waiting.append(["op", what])
                ready = False
            elif kind == "sign" and what in ",)":
                self.settle(0)
                if not self.waiting:
                    raise FormulaError(what)
                if what == ",":
                    top = self.waiting[-1]
                    if top[0] != "call" or top[2] == FUNCTIONS[top[1]][1]:
                        raise FormulaError(what)
                    top[2] += 1
                    ready = False
                else:
                    top = self.waiting.pop()
                    if top[0] == "call":
                        self.steps.append((Do.CALL, tuple(top[1:])))
            elif kind == "end":
                self.settle(0)
                if self.waiting:
                    raise FormulaError("a bracket is open")
                return tuple(self.steps)
            else:
                raise FormulaError(what)
        raise FormulaError("it breaks off")


class Handicaps:
    def __init__(self):
        self.__steps = {}

    def define(self, name, formula):
        if type(name) is not str or not 1 <= len(name) <= 20 or not set(name) <= set(ascii_lowercase):
            raise FormulaError(name)
        if name in FIELDS | FUNCTIONS.keys() | self.__steps.keys():
            raise FormulaError(name)
        if type(formula) is not str or len(formula) > 300:
            raise FormulaError(formula)
        self.__steps[name] = Compiler(self.__steps).run(formula)

    def work_out(self, name, boat):
        known = {}
        wanted = [(name, iter(self.__steps[name]), [])]     # no recursion: chains may be long
        while wanted:
            who, steps, stack = wanted[-1]
            for do, what in steps:
                if do is Do.PUSH:
                    stack.append(what)
                elif do is Do.FIELD:
                    stack.append(boat[what])
                elif do is Do.FORMULA:
                    if what not in known:
                        wanted.append((what, iter(self.__steps[what]), []))
                        wanted[-2] = (who, _again(do, what, steps), stack)
                        break
                    stack.append(known[what])
                elif do is Do.CALL:
                    function, count = what
                    parts = stack[-count:]
                    del stack[-count:]
                    stack.append(FUNCTIONS[function][0](parts))
                else:
                    right = stack.pop()
                    if what == "negative":
                        stack.append(-right)
                        continue
                    left = stack.pop()
                    if what == "+":
                        stack.append(left + right)
                    elif what == "-":
                        stack.append(left - right)
                    elif what == "*":
                        stack.append(left * right)
                    else:
                        stack.append(left / right)
            else:
                known[who] = stack.pop()
                wanted.pop()
        return known[name]


def _again(do, what, rest):
    """The step that had to wait, and those behind it."""
    yield do, what
    yield from rest
