"""Formulas of the cardboard boat regatta, as a row of steps for a stack (Dijkstra's shunting yard)."""
import math
import operator
import re

FIELDS = ("weight", "length", "seconds", "crew")
FUNCTIONS = ("least", "most", "root")
BINARY = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}
TOKEN = re.compile(r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<word>[a-z]+)|(?P<sign>[-+*/(),]))")


def _tokens(formula):
    text, at = formula.rstrip(" "), 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError("this is no formula")
        yield match.lastgroup, match[match.lastgroup]
        at = match.end()


def _precedence(entry):
    return 3 if entry == ("neg",) else BINARY[entry[1]][0]


class Handicaps:
    def __init__(self):
        self._formulas = {}

    def define(self, name, formula):
        """Notes a formula under a name."""
        if re.fullmatch("[a-z]{1,20}", name) is None:
            raise ValueError("a name has 1 to 20 letters")
        if name in FIELDS or name in FUNCTIONS or name in self._formulas:
            raise ValueError("this name is taken")
        if len(formula) > 300:
            raise ValueError("too long")
        steps = self._steps(formula)
        self._check(steps)
        self._formulas[name] = steps

    def _steps(self, formula):
        steps, waiting = [], []         # waiting: ("op", sign), ("neg",), ["(", function or None, parts]
        depth, before, function = 0, "(", None

        def release(lowest):
            while waiting and waiting[-1][0] != "(" and _precedence(waiting[-1]) >= lowest:
                steps.append(waiting.pop())

        for kind, token in _tokens(formula):
            if function is not None and token != "(":
                raise ValueError("a function needs brackets")
            if kind == "number":
                steps.append(("number", float(token) if "." in token else int(token)))
            elif kind == "word" and token in FUNCTIONS:
                function = token
            elif kind == "word":
                if token not in FIELDS and token not in self._formulas:
                    raise ValueError(f"{token} is not known")
                steps.append(("name", token))
            elif token == "(":
                waiting.append(["(", function, 1])
                function = None
                depth += 1
                if depth > 20:
                    raise ValueError("too many brackets")
            elif token in "),":
                if before in ("(", ","):
                    raise ValueError("a part is missing")
                release(0)
                if not waiting or waiting[-1][1] is None and token == ",":
                    raise ValueError("brackets or commas are wrong")
                if token == ",":
                    waiting[-1][2] += 1
                else:
                    _, called, parts = waiting.pop()
                    depth -= 1
                    if called:
                        steps.append(("call", called, parts))
            elif token == "-" and before in ("(", ",", *BINARY):
                waiting.append(("neg",))
            else:
                release(BINARY[token][0])
                waiting.append(("op", token))
            before = token
        release(0)
        if waiting or function:
            raise ValueError("a bracket is open")
        return tuple(steps)

    @staticmethod
    def _check(steps):
        """Each step must find its parts on the stack, and one value must be left."""
        height = 0
        for kind, *rest in steps:
            need = {"op": 2, "neg": 1, "call": rest[-1] if kind == "call" else 0}.get(kind, 0)
            if height < need or kind == "call" and rest[0] == "root" and need != 1:
                raise ValueError("a part is missing, or too much")
            height += 1 - need
        if height != 1:
            raise ValueError("this is not one formula")

    def work_out(self, name, boat):
        """What the formula with this name comes to for a boat."""
        return self._run(self._formulas[name], boat, {})

    def _run(self, steps, boat, known):
        stack = []
        for kind, *rest in steps:
            if kind == "number":
                stack.append(rest[0])
            elif kind == "name":
                word = rest[0]
                if word in FIELDS:
                    stack.append(boat[word])
                    continue
                if word not in known:
                    known[word] = self._run(self._formulas[word], boat, known)
                stack.append(known[word])
            elif kind == "neg":
                stack.append(-stack.pop())
            elif kind == "op":
                right, left = stack.pop(), stack.pop()
                stack.append(BINARY[rest[0]][1](left, right))
            else:
                called, count = rest
                parts = stack[-count:]
                del stack[-count:]
                stack.append({"least": min, "most": max}[called](parts) if called != "root" else math.sqrt(parts[0]))
        return stack[0]
