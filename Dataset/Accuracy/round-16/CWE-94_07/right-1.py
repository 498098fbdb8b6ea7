"""Rules for notices: a rule becomes a row of small steps for a stack (shunting yard), and no function."""
from collections import deque
from dataclasses import dataclass, field
from operator import eq, ge, gt, le, lt, ne

TEXTS = frozenset({"species", "place", "observer"})
NUMBERS = frozenset({"count", "tide"})
SIGNS = {"==": eq, "!=": ne, "<=": le, ">=": ge, "<": lt, ">": gt}
RANK = {"or": 1, "and": 2, "not": 3}
DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class BadRule(ValueError):
    pass


class Scanner:
    def __init__(self, rule):
        self.rest = deque(rule)

    def run(self, allowed):
        found = ""
        while self.rest and self.rest[0] in allowed:
            found += self.rest.popleft()
        return found

    def __iter__(self):
        while True:
            self.run(" ")
            if not self.rest:
                return
            first = self.rest[0]
            if first in LETTERS:
                yield "word", self.run(LETTERS)
            elif first == '"':
                yield "text", self.text()
            elif first in DIGITS or first == "-":
                yield "number", self.number()
            elif first in "=!<>":
                sign = self.rest.popleft()
                if self.rest and self.rest[0] == "=":
                    sign += self.rest.popleft()
                yield "sign", sign
            elif first in "(),":
                yield self.rest.popleft(), None
            else:
                raise BadRule(first)

    def text(self):
        self.rest.popleft()
        signs = []
        while self.rest and self.rest[0] not in '"\\':
            signs.append(self.rest.popleft())
        if not self.rest or self.rest.popleft() != '"':
            raise BadRule("a text does not end")
        return "".join(signs)

    def number(self):
        minus = self.rest.popleft() if self.rest[0] == "-" else ""
        whole = self.run(DIGITS)
        if not whole:
            raise BadRule("a number without digits")
        if self.rest and self.rest[0] == ".":
            self.rest.popleft()
            behind = self.run(DIGITS)
            if not behind:
                raise BadRule("a point without digits")
            return float(f"{minus}{whole}.{behind}")
        return int(minus + whole)


@dataclass
class Program:
    steps: list = field(default_factory=list)

    @classmethod
    def read(cls, rule):
        if len(rule) > 500:
            raise BadRule("too long")
        tokens = deque(Scanner(rule))
        tokens.append(("end", None))
        program, waiting, operand = cls(), [], True
        while True:
            kind, value = tokens.popleft()
            if operand:
                if (kind, value) == ("word", "not"):
                    waiting.append("not")
                elif kind == "(":
                    waiting.append("(")
                    if waiting.count("(") > 20:
                        raise BadRule("too deep")
                elif kind == "word":
                    program.steps.append(program.test(value, tokens))
                    operand = False
                else:
                    raise BadRule("a test is missing")
            elif kind == ")":
                while waiting and waiting[-1] != "(":
                    program.steps.append(waiting.pop())
                if not waiting:
                    raise BadRule("a bracket too many")
                waiting.pop()
            elif kind == "word" and value in ("and", "or"):
                while waiting and RANK.get(waiting[-1], 0) >= RANK[value]:
                    program.steps.append(waiting.pop())
                waiting.append(value)
                operand = True
            elif kind == "end":
                if "(" in waiting:
                    raise BadRule("a bracket is open")
                program.steps.extend(reversed(waiting))
                return program
            else:
                raise BadRule("what is this?")

    def test(self, name, tokens):
        if name == "rare":
            return ("rare", eq, (True,))
        if name not in TEXTS | NUMBERS:
            raise BadRule(name)
        wanted = "text" if name in TEXTS else "number"

        def value():
            kind, what = tokens.popleft()
            if kind != wanted:
                raise BadRule("not such a value")
            return what

        kind, what = tokens.popleft()
        if kind == "sign" and what in SIGNS:
            return (name, SIGNS[what], (value(),))
        if (kind, what) == ("word", "in") and tokens.popleft()[0] == "(":
            values = [value()]
            while (kind := tokens.popleft()[0]) == ",":
                values.append(value())
            if kind == ")":
                return (name, eq, tuple(values))
        raise BadRule("no comparison")

    def holds(self, sighting):
        stack = []
        for step in self.steps:
            if step == "not":
                stack.append(not stack.pop())
            elif step in ("and", "or"):
                b, a = stack.pop(), stack.pop()
                stack.append((a and b) if step == "and" else (a or b))
            else:
                name, compare, values = step
                stack.append(any(compare(sighting[name], value) for value in values))
        return stack.pop()


class Notices(dict):
    """The persons and their rules."""

    def subscribe(self, person, rule):
        self[person] = Program.read(rule)

    def told(self, sighting):
        return sorted(person for person in self if self[person].holds(sighting))
