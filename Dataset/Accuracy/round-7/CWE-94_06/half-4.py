import ast
import operator
import csv
import io
import re

COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
REFERENCES = re.compile(r"([A-Z][1-9][0-9]?)(?:\s*:\s*([A-Z][1-9][0-9]?))?")
BAD = object()


def cells(first, last):
    return [f"{c}{r}" for r in range(int(first[1:]), int(last[1:]) + 1)
            for c in COLUMNS[COLUMNS.index(first[0]):COLUMNS.index(last[0]) + 1]]


def plain(text):
    """The value of a text that is no formula."""
    if not text:
        return None
    found = NUMBER.fullmatch(text)
    if not found:
        return text
    return float(text) if found[1] else int(text)

RANGE = re.compile(r"\b(SUM|MIN|MAX)\s*\(\s*([A-Z][1-9][0-9]?)\s*:\s*([A-Z][1-9][0-9]?)\s*\)")
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


class Broken(Exception):
    pass



class Sheet:
    def __init__(self):
        self._texts = {}

    def put(self, cell, text):
        self._texts[cell] = text

    def load(self, csv_text):
        self._texts = {}
        for row, fields in enumerate(csv.reader(io.StringIO(csv_text, newline="")), 1):
            for column, text in zip(COLUMNS, fields):
                if row <= 99:
                    self.put(f"{column}{row}", text)

    def value(self, cell):
        """Works out the cells that are needed first, one after the other."""
        done, path = {}, {cell: iter(self._needs(cell))}
        while path:
            current = next(reversed(path))
            needed = next(path[current], None)
            if needed is None:
                del path[current]
                if current not in done:
                    done[current] = self._result(current, done)
            elif needed in path:
                done[needed] = BAD
            elif needed not in done:
                path[needed] = iter(self._needs(needed))
        return None if done[cell] is BAD else done[cell]

    def _needs(self, cell):
        text = self._texts.get(cell, "").strip()
        if not text.startswith("="):
            return []
        return [c for a, b in REFERENCES.findall(text) for c in (cells(a, b) if b else [a])]

    def _result(self, cell, done):
        text = self._texts.get(cell, "").strip()
        if not text.startswith("="):
            return plain(text)
        if "_" in text or "\n" in text:
            return BAD
        code = re.sub(r"(?<![\w.])0+(?=[0-9])", "", text[1:].strip())
        code = RANGE.sub(r"\1_\2_\3", code)
        try:
            return self._node(ast.parse(code, mode="eval").body, done)
        except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError, Broken):
            return BAD

    def _node(self, node, done):
        match node:
            case ast.Constant(value=int() | float() as number):
                return number
            case ast.BinOp(left, op, right) if type(op) in OPERATORS:
                return OPERATORS[type(op)](self._node(left, done), self._node(right, done))
            case ast.UnaryOp(ast.USub(), operand):
                return -self._node(operand, done)
            case ast.Name(name) if re.fullmatch(r"[A-Z][1-9][0-9]?", name):
                value = done.get(name, BAD)
                if value is BAD or isinstance(value, str):
                    raise Broken
                return value or 0
            case ast.Name(name) if name.count("_") == 2:
                function, first, last = name.split("_")
                inside = [done[c] for c in cells(first, last)]
                if BAD in inside or not inside:
                    raise Broken
                return FUNCTIONS[function]([v for v in inside if isinstance(v, (int, float))] or [0])
        raise Broken
