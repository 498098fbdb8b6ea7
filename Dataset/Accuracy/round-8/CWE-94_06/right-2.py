from __future__ import annotations

import csv
import io
import operator
import re
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

_SCANNER = re.Scanner([
    (r"[0-9]+\.[0-9]+", lambda _, t: ("value", float(t))),
    (r"[0-9]+", lambda _, t: ("value", _whole(t))),
    (r"(?:SUM|MIN|MAX)\s*\(\s*[A-Z][1-9][0-9]?\s*:\s*[A-Z][1-9][0-9]?\s*\)",
     lambda _, t: ("area", re.split(r"[\s(:)]+", t)[:3])),
    (r"[A-Z][1-9][0-9]?", lambda _, t: ("cell", t)),
    (r"[-+*/()]", lambda _, t: ("op", t)),
    (r"\s+", None),
])
_BINARY = MappingProxyType({
    "+": (1, operator.add), "-": (1, operator.sub),
    "*": (2, operator.mul), "/": (2, operator.truediv),
})
_PICK = MappingProxyType({"SUM": sum, "MIN": partial(min, default=0), "MAX": partial(max, default=0)})


class FormulaError(ArithmeticError):
    """Whatever makes a cell's value None."""


def _whole(digits: str) -> int:
    number = 0
    for start in range(0, len(digits), 4000):
        chunk = digits[start:start + 4000]
        number = number * 10 ** len(chunk) + int(chunk)
    return number


def _rpn(formula: str):
    """Shunting yard: yields the steps of the formula in postfix order."""
    tokens, rest = _SCANNER.scan(formula)
    if rest:
        raise FormulaError(rest)
    waiting: list[str] = []
    want_operand = True
    for kind, what in tokens:
        if kind != "op" or what == "(":
            if not want_operand:
                raise FormulaError("operator expected")
            if kind == "op":
                waiting.append("(")
            else:
                yield kind, what
                want_operand = False
        elif want_operand:
            if what != "-":
                raise FormulaError("operand expected")
            waiting.append("~")
        elif what == ")":
            while waiting and waiting[-1] != "(":
                yield "op", waiting.pop()
            if not waiting:
                raise FormulaError("bracket")
            waiting.pop()
        else:
            while waiting and (waiting[-1] == "~" or waiting[-1] != "("
                               and _BINARY[waiting[-1]][0] >= _BINARY[what][0]):
                yield "op", waiting.pop()
            waiting.append(what)
            want_operand = True
    if want_operand or "(" in waiting:
        raise FormulaError("unfinished")
    while waiting:
        yield "op", waiting.pop()


def _numeric(value) -> bool:
    return isinstance(value, (int, float))


@dataclass
class Sheet:
    _texts: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @staticmethod
    def _known(cell: str) -> str:
        if re.fullmatch(r"[A-Z][1-9][0-9]?", cell) is None:
            raise KeyError(cell)
        return cell

    def put(self, cell, text):
        self._texts[self._known(cell)] = text

    def load(self, csv_text):
        fresh = {}
        for number, row in enumerate(csv.reader(io.StringIO(csv_text, newline="")), start=1):
            if number <= 99:
                fresh.update((f"{letter}{number}", text)
                             for letter, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row))
        self._texts = fresh

    def value(self, cell):
        done: dict = {}
        running = {self._known(cell): self._reckon(cell)}
        answer = None
        while running:
            current = next(reversed(running))
            try:
                wanted = running[current].send(answer)
            except StopIteration as end:
                del running[current]
                answer = done[current] = (True, end.value)
            except ArithmeticError:
                del running[current]
                answer = done[current] = (False, None)
            else:
                answer = done.get(wanted)
                if wanted in running:
                    answer = (False, None)
                elif answer is None:
                    running[wanted] = self._reckon(wanted)
        return answer[1]

    def _reckon(self, cell):
        """A coroutine: yields the cells it needs, is sent (worked, value)."""
        text = self._texts.get(cell, "").strip()
        if not text:
            return None
        if re.fullmatch(r"-?[0-9]+", text):
            return -_whole(text[1:]) if text[0] == "-" else _whole(text)
        if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
            return float(text)
        if text[0] != "=":
            return text
        stack = []
        for kind, what in list(_rpn(text[1:])):
            if kind == "value":
                stack.append(what)
            elif kind == "cell":
                worked, value = yield what
                if not worked or isinstance(value, str):
                    raise FormulaError(what)
                stack.append(0 if value is None else value)
            elif kind == "area":
                name, first, last = what
                if first[0] > last[0] or int(first[1:]) > int(last[1:]):
                    raise FormulaError("range")
                values = []
                for letter in map(chr, range(ord(first[0]), ord(last[0]) + 1)):
                    for row in range(int(first[1:]), int(last[1:]) + 1):
                        worked, value = yield f"{letter}{row}"
                        if not worked:
                            raise FormulaError("range")
                        if _numeric(value):
                            values.append(value)
                stack.append(_PICK[name](values))
            elif what == "~":
                stack.append(-stack.pop())
            else:
                right = stack.pop()
                stack.append(_BINARY[what][1](stack.pop(), right))
        return stack.pop()
