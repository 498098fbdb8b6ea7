"""Formulas become lists of steps for a small stack machine; nothing is handed to Python's evaluator."""
import csv
import enum
import io
import itertools
import operator
import re
import string
from dataclasses import dataclass
from typing import Callable, Iterator

_CELL = "[A-Z][1-9][0-9]?"
_SCAN = re.compile(rf"""[ \t\r\n]*(?:
      (?P<fun>SUM|MIN|MAX)[ \t\r\n]*\([ \t\r\n]*(?P<a>{_CELL})[ \t\r\n]*:[ \t\r\n]*(?P<b>{_CELL})[ \t\r\n]*\)
    | (?P<num>[0-9]+(?:\.[0-9]+)?)
    | (?P<cell>{_CELL})
    | (?P<op>[-+*/()])
    )[ \t\r\n]*""", re.X | re.A)


class State(enum.Enum):
    EMPTY = "empty"
    BROKEN = "broken"


class Malformed(ValueError):
    pass


def _integer(digits: str) -> int:
    total = 0
    for i in range(0, len(digits), 4000):
        piece = digits[i:i + 4000]
        total = total * 10 ** len(piece) + int(piece)
    return total


def _constant(text: str):
    sign, digits = (-1, text[1:]) if text[0] == "-" else (1, text)
    return float(text) if "." in text else sign * _integer(digits)


def _area(a: str, b: str) -> tuple:
    columns = string.ascii_uppercase[ord(a[0]) - 65:ord(b[0]) - 64]
    rows = range(int(a[1:]), int(b[1:]) + 1)
    if not columns or not rows:
        raise Malformed("not upper left to lower right")
    return tuple(f"{c}{r}" for r, c in itertools.product(rows, columns))


@dataclass(frozen=True)
class Step:
    needs: tuple
    run: Callable          # (stack, values) -> None


def _push(value) -> Step:
    return Step((), lambda stack, values: stack.append(value))


def _fetch(cell) -> Step:
    def run(stack, values):
        value = values[cell]
        if isinstance(value, str) or value is State.BROKEN:
            raise Malformed(cell)
        stack.append(0 if value is State.EMPTY else value)
    return Step((cell,), run)


def _gather(function, area) -> Step:
    def run(stack, values):
        found = [values[cell] for cell in area]
        if State.BROKEN in found:
            raise Malformed("a cell of the range cannot be worked out")
        numbers = [v for v in found if not isinstance(v, (str, State))]
        stack.append(function(numbers) if numbers else 0)
    return Step(area, run)


def _binary(function) -> Step:
    def run(stack, values):
        right = stack.pop()
        stack.append(function(stack.pop(), right))
    return Step((), run)


_NEGATE = Step((), lambda stack, values: stack.append(-stack.pop()))
_BINARY = {"+": (1, _binary(operator.add)), "-": (1, _binary(operator.sub)),
           "*": (2, _binary(operator.mul)), "/": (2, _binary(operator.truediv))}
_FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


def _steps(formula: str) -> Iterator[Step]:
    if len(formula) > 200:
        raise Malformed("too long")
    waiting, at, operand = [], 0, True          # waiting: (rank, step), rank 0 is a bracket
    while at < len(formula):
        m = _SCAN.match(formula, at)
        if m is None:
            raise Malformed(formula[at:])
        at = m.end()
        op = m["op"]
        if operand:
            if op == "(":
                waiting.append((0, None))
            elif op == "-":
                waiting.append((3, _NEGATE))
            elif op:
                raise Malformed(op)
            else:
                operand = False
                if m["fun"]:
                    yield _gather(_FUNCTIONS[m["fun"]], _area(m["a"], m["b"]))
                else:
                    yield _fetch(m["cell"]) if m["cell"] else _push(_constant(m["num"]))
        elif op == ")":
            while waiting and waiting[-1][0]:
                yield waiting.pop()[1]
            if not waiting:
                raise Malformed(op)
            waiting.pop()
        elif op in _BINARY:
            rank, step = _BINARY[op]
            while waiting and waiting[-1][0] >= rank:
                yield waiting.pop()[1]
            waiting.append((rank, step))
            operand = True
        else:
            raise Malformed("two values side by side")
    if operand:
        raise Malformed("the end is missing")
    while waiting:
        rank, step = waiting.pop()
        if not rank:
            raise Malformed("(")
        yield step


class Sheet:
    def __init__(self):
        self._programs = {}

    @staticmethod
    def _compile(text):
        text = text.strip()
        if text.startswith("="):
            try:
                return tuple(_steps(text[1:]))
            except Malformed:
                return State.BROKEN
        if not text:
            return State.EMPTY
        return _constant(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text, re.A) else text

    def put(self, cell, text):
        if not re.fullmatch(_CELL, cell):
            raise ValueError(f"there is no cell {cell!r}")
        self._programs[cell] = self._compile(text)

    def load(self, csv_text):
        fresh = {}
        for row, record in zip(range(1, 100), csv.reader(io.StringIO(csv_text, newline=""))):
            for column, text in zip(string.ascii_uppercase, record):
                fresh[f"{column}{row}"] = self._compile(text)
        self._programs = fresh

    def value(self, cell):
        values = {}
        order = [(cell, False)]
        entered = set()
        while order:
            name, ready = order.pop()
            program = self._programs.get(name, State.EMPTY)
            if name in values:
                continue
            if not isinstance(program, tuple):
                values[name] = program
            elif ready:
                values[name] = self._run(program, values)
            elif name not in entered:
                entered.add(name)
                order.append((name, True))
                order.extend((need, False) for step in program for need in step.needs)
        return None if isinstance(values[cell], State) else values[cell]

    @staticmethod
    def _run(program, values):
        stack = []
        try:
            for step in program:
                step.run(stack, values)
            (result,) = stack
        except (Malformed, ArithmeticError, KeyError):      # KeyError: needs itself
            return State.BROKEN
        return result
