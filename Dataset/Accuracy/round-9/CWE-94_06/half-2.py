"""Score sheets of sheepdog trials. Python's parser, but not its evaluator, takes the formulas apart: the tree is
walked here, and every node that is not on the list makes the formula wrong."""
import ast
import csv
import io
import operator
import re
import warnings

CELL = r"[A-Z][1-9][0-9]?"
IS_CELL = re.compile(CELL)
IS_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
RANGE = re.compile(rf"(SUM|MIN|MAX) *\( *({CELL}) *: *({CELL}) *\)")
ALLOWED = re.compile(r"[A-Z0-9+\-*/(). ]*")     # no quotes, underscores, small letters, commas …
BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


class BadFormula(Exception):
    pass


def _between(first, last):
    if first[0] > last[0] or int(first[1:]) > int(last[1:]):
        raise BadFormula
    return [f"{chr(c)}{r}" for c in range(ord(first[0]), ord(last[0]) + 1) for r in range(int(first[1:]), int(last[1:]) + 1)]


class Formula:
    def __init__(self, text):
        self.ranges = {}
        pieces = RANGE.split(text)
        source = pieces[0]
        for n in range(1, len(pieces), 4):
            function, first, last, rest = pieces[n:n + 4]
            name = f"_{n}"                      # no formula can hold such a name by itself
            self.ranges[name] = FUNCTIONS[function], _between(first, last)
            source += f" {name} {rest}"
            pieces[n:n + 3] = "", "", ""
        if not all(map(ALLOWED.fullmatch, pieces)):
            raise BadFormula
        source = re.sub(r"(?<![0-9.A-Z])0+(?=[0-9])", "", source)       # 007 is a number here
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.tree = ast.parse(source.strip(), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            raise BadFormula from None
        self.cells = [cell for _, cells in self.ranges.values() for cell in cells]
        self._check(self.tree)

    def _check(self, node):
        match node:
            case ast.BinOp(left, op, right) if type(op) in BINARY:
                self._check(left)
                self._check(right)
            case ast.UnaryOp(ast.USub(), operand):
                self._check(operand)
            case ast.Constant(value) if type(value) in (int, float):
                pass
            case ast.Name(name) if name in self.ranges:
                pass
            case ast.Name(name) if IS_CELL.fullmatch(name):
                self.cells.append(name)
            case _:
                raise BadFormula

    def result(self, known, node=None):
        match node or self.tree:
            case ast.BinOp(left, op, right):
                return BINARY[type(op)](self.result(known, left), self.result(known, right))
            case ast.UnaryOp(_, operand):
                return -self.result(known, operand)
            case ast.Constant(value):
                return value
            case ast.Name(name) if name in self.ranges:
                function, cells = self.ranges[name]
                values = [known[cell] for cell in cells]
                if BadFormula in values:
                    raise BadFormula
                numbers = [value for value in values if value is not None and not isinstance(value, str)]
                return function(numbers) if numbers else 0
            case ast.Name(name):
                value = known[name]
                if value is BadFormula or isinstance(value, str):
                    raise BadFormula
                return 0 if value is None else value


class Sheet:
    def __init__(self):
        self._cells = {}

    def put(self, cell, text):
        if IS_CELL.fullmatch(cell) is None:
            raise KeyError(cell)
        self._cells[cell] = text

    def load(self, csv_text):
        self._cells.clear()
        for row, line in zip(range(1, 100), csv.reader(io.StringIO(csv_text, newline=""))):
            for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", line):
                self._cells[f"{column}{row}"] = text

    def value(self, cell):
        known, open_, stack = {}, {}, [cell]
        while stack:
            top = stack[-1]
            if top in known:
                stack.pop()
                continue
            text = self._cells.get(top, "").strip()
            if text[:1] != "=":
                known[top] = (float(text) if "." in text else int(text)) if IS_NUMBER.fullmatch(text) else text or None
                continue
            try:
                if top not in open_:
                    open_[top] = Formula(text[1:])
                    needed = [other for other in open_[top].cells if other not in known]
                    if any(other in open_ for other in needed):
                        raise BadFormula
                    if needed:
                        stack += needed
                        continue
                known[top] = open_[top].result(known)
            except (BadFormula, ArithmeticError):
                known[top] = BadFormula
        return None if known[cell] is BadFormula else known[cell]
