import ast
import csv
import io
import re

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
CELL = re.compile(r"[A-Z][1-9][0-9]?")
RANGE = re.compile(r"\b([A-Z][1-9][0-9]?)\s*:\s*([A-Z][1-9][0-9]?)\b")
PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)


class Bad(Exception):
    pass


class Sheet:
    def __init__(self):
        self._cells = {}

    def put(self, cell, text):
        if not CELL.fullmatch(cell):
            raise ValueError("no such cell")
        self._cells[cell] = text

    def load(self, csv_text):
        rows = list(csv.reader(io.StringIO(csv_text, newline="")))
        self._cells = {}
        for y, row in enumerate(rows[:99], 1):
            for x, text in enumerate(row[:26]):
                self._cells[chr(65 + x) + str(y)] = text

    def value(self, cell):
        try:
            return self._value(cell, ())
        except (Bad, RecursionError):
            return None

    def _value(self, cell, busy):
        text = self._cells.get(cell, "").strip()
        if not text:
            return None
        number = NUMBER.fullmatch(text)
        if number:
            return float(text) if number[1] else int(text)
        if not text.startswith("="):
            return text
        if cell in busy:
            raise Bad("circle")
        return self._formula(text[1:], busy + (cell,))

    def _formula(self, text, busy):
        if '"' in text or len(text) > 200:
            raise Bad("no strings in formulas")
        # Python reads leading zeros as an error, a range as a string
        text = re.sub(r"(?<![\w.])0+(?=[0-9])", "", text)
        source = " ".join(RANGE.sub(r'"\1:\2"', text).split())
        try:
            tree = ast.parse(source, mode="eval")
        except (SyntaxError, ValueError, MemoryError):
            raise Bad("not a formula")
        names = {}
        self._check(tree.body, source, names)

        def function(pick):
            return lambda area: pick(self._area(area, busy))

        scope = {"__builtins__": {}}
        for name in names:
            if CELL.fullmatch(name):
                value = self._value(name, busy)
                if isinstance(value, str):
                    raise Bad("text")
                scope[name] = 0 if value is None else value
        scope["SUM"] = function(sum)
        scope["MIN"] = function(lambda values: min(values, default=0))
        scope["MAX"] = function(lambda values: max(values, default=0))
        try:
            return eval(compile(tree, "<cell>", "eval"), scope)
        except (ArithmeticError, TypeError, ValueError):
            raise Bad("cannot be worked out")

    def _check(self, node, source, names):
        if isinstance(node, ast.BinOp) and isinstance(node.op, OPERATORS):
            self._check(node.left, source, names)
            self._check(node.right, source, names)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            self._check(node.operand, source, names)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            if not PLAIN.fullmatch(ast.get_source_segment(source, node)):
                raise Bad("number")
        elif isinstance(node, ast.Name) and CELL.fullmatch(node.id):
            names[node.id] = True
        elif isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.func.id not in ("SUM", "MIN", "MAX"):
                raise Bad("function")
            if len(node.args) != 1:
                raise Bad("arguments")
            area = node.args[0]
            if not isinstance(area, ast.Constant) or not isinstance(area.value, str) \
                    or not RANGE.fullmatch(area.value):
                raise Bad("range")
        else:
            raise Bad("not allowed")

    def _area(self, area, busy):
        first, last = RANGE.fullmatch(area).groups()
        values = []
        for x in range(ord(first[0]), ord(last[0]) + 1):
            for y in range(int(first[1:]), int(last[1:]) + 1):
                value = self._value(chr(x) + str(y), busy)
                if value is not None and not isinstance(value, str):
                    values.append(value)
        return values
