"""Score sheets of sheepdog trials. Formulas are read by a parser of our own; nothing is left to Python's evaluator."""
import builtins
import csv
import io
import operator
import re

_CELL = re.compile(r"[A-Z][1-9][0-9]?")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TOKEN = re.compile(r"[ \t]*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<word>[A-Z]+[0-9]*)|(?P<sign>[-+*/():]))")
_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class _Wrong(Exception):
    """The formula has no value."""


def _number(text):
    return float(text) if "." in text else int(text)


class _Formula:
    """The tree of a formula (`tree`), and the cells that it uses (`cells`)."""

    def __init__(self, text):
        self.cells = []
        self.tokens = []
        at, text = 0, text.rstrip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if not match:
                raise _Wrong
            self.tokens.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        self.tokens.append(("end", ""))
        self.tokens.reverse()
        self.tree = self._sum()
        self._take("end")

    def _sees(self, *signs):
        kind, text = self.tokens[-1]
        return kind == "sign" and text in signs

    def _take(self, kind, wanted=None):
        found, text = self.tokens.pop()
        if found != kind or wanted not in (None, text):
            raise _Wrong
        return text

    def _sum(self):
        tree = self._product()
        while self._sees("+", "-"):
            tree = (self._take("sign"), tree, self._product())
        return tree

    def _product(self):
        tree = self._signed()
        while self._sees("*", "/"):
            tree = (self._take("sign"), tree, self._signed())
        return tree

    def _signed(self):
        if self._sees("-"):
            self._take("sign")
            return ("neg", self._signed())
        if self._sees("("):
            self._take("sign")
            tree = self._sum()
            self._take("sign", ")")
            return tree
        if self.tokens[-1][0] == "number":
            return ("number", _number(self._take("number")))
        word = self._take("word")
        if _CELL.fullmatch(word):
            self.cells.append(word)
            return ("cell", word)
        # What is no cell has to be a function, which has one range in its brackets.
        self._take("sign", "(")
        first = self._take("word")
        self._take("sign", ":")
        last = self._take("word")
        self._take("sign", ")")
        if not _CELL.fullmatch(first) or not _CELL.fullmatch(last):
            raise _Wrong
        columns = range(ord(first[0]), ord(last[0]) + 1)
        rows = range(int(first[1:]), int(last[1:]) + 1)
        if not columns or not rows:
            raise _Wrong
        inside = [f"{chr(column)}{row}" for row in rows for column in columns]
        self.cells.extend(inside)
        return ("range", word, inside)


def _work_out(tree, values):
    kind = tree[0]
    if kind == "number":
        return tree[1]
    if kind == "neg":
        return -_work_out(tree[1], values)
    if kind == "cell":
        value = values[tree[1]]
        if value is None:
            return 0
        if isinstance(value, (str, _Wrong)):
            raise _Wrong
        return value
    if kind == "range":
        found = [values[cell] for cell in tree[2]]
        if any(isinstance(value, _Wrong) for value in found):
            raise _Wrong
        numbers = [value for value in found if isinstance(value, (int, float))]
        # SUM, MIN and MAX are called like their counterparts in Python
        function = getattr(builtins, tree[1].lower(), None)
        if function is None:
            raise _Wrong
        return function(numbers) if numbers else 0
    return _ARITHMETIC[kind](_work_out(tree[1], values), _work_out(tree[2], values))


class Sheet:
    def __init__(self):
        self._texts = {}

    def put(self, cell, text):
        if not _CELL.fullmatch(cell):
            raise ValueError(f"no cell: {cell}")
        self._texts[cell] = text

    def load(self, csv_text):
        self._texts = {}
        for row, fields in enumerate(csv.reader(io.StringIO(csv_text, newline="")), 1):
            for column, text in enumerate(fields):
                if row <= 99 and column < 26:
                    self._texts[f"{chr(65 + column)}{row}"] = text

    def value(self, cell):
        result = self._values(cell)[cell]
        return None if isinstance(result, _Wrong) else result

    def _values(self, cell):
        """The values of a cell and of all that it uses; without recursion, chains of cells may be long."""
        values, formulas, waiting = {}, {}, [cell]
        while waiting:
            at = waiting[-1]
            if at in values:
                waiting.pop()
                continue
            text = self._texts.get(at, "").strip()
            if not text.startswith("="):
                values[at] = _number(text) if _NUMBER.fullmatch(text) else text or None
                continue
            try:
                if at not in formulas:
                    formulas[at] = _Formula(text[1:])
                    if any(used in formulas and used not in values for used in formulas[at].cells):
                        raise _Wrong        # depends on itself
                    waiting.extend(used for used in formulas[at].cells if used not in values)
                    if waiting[-1] != at:
                        continue
                value = _work_out(formulas[at].tree, values)
                if not isinstance(value, (int, float)):
                    raise _Wrong
                values[at] = value
            except (_Wrong, ArithmeticError, TypeError, ValueError) as error:
                values[at] = error if isinstance(error, _Wrong) else _Wrong()
        return values
