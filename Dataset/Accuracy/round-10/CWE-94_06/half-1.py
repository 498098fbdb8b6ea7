"""Score sheets of the sheepdog trials."""
import ast
import csv
import io
import operator
import re

_CELL = re.compile(r"[A-Z][1-9][0-9]?", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_TOKEN = re.compile(r"""\s*(?:
    (?P<function>SUM|MIN|MAX)\s*\(\s*(?P<first>[A-Z][1-9][0-9]?)\s*:\s*(?P<last>[A-Z][1-9][0-9]?)\s*\)
  | (?P<cell>[A-Z][1-9][0-9]?)(?![0-9A-Z.])
  | (?P<number>[0-9]+(?:\.[0-9]+)?)(?![0-9A-Z.])
  | (?P<sign>[-+*/()])
)\s*""", re.VERBOSE | re.ASCII)
_BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


class _Wrong(Exception):
    """A formula without a value."""


def _number(text):
    return float(text) if "." in text else int(text)


def _calculate(node):
    """Nothing but numbers and the four operations; Python's parser is only used to read."""
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value
    if isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
        return _BINARY[type(node.op)](_calculate(node.left), _calculate(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_calculate(node.operand)
    raise _Wrong


def _range(first, last):
    if first[0] > last[0] or int(first[1:]) > int(last[1:]):
        raise _Wrong
    return [f"{chr(column)}{row}" for row in range(int(first[1:]), int(last[1:]) + 1)
            for column in range(ord(first[0]), ord(last[0]) + 1)]


def _tokens(formula):
    place, found = 0, []
    while place < len(formula):
        match = _TOKEN.match(formula, place)
        if match is None:
            raise _Wrong
        found.append(match)
        place = match.end()
    return found


class Sheet:
    def __init__(self):
        self._texts = {}
        self._values = None

    def put(self, cell, text):
        if not _CELL.fullmatch(cell):
            raise ValueError(f"there is no cell {cell!r}")
        self._texts[cell] = text.strip()
        self._values = None

    def load(self, csv_text):
        self._texts.clear()
        self._values = None
        for row, line in enumerate(csv.reader(io.StringIO(csv_text, newline="")), 1):
            for column, text in enumerate(line):
                if row <= 99 and column < 26:
                    self.put(f"{chr(65 + column)}{row}", text)

    def value(self, cell):
        if self._values is None:
            self._values = self._work_out()
        return self._values.get(cell)

    def _work_out(self):
        values, formulas = {}, {}
        for cell, text in self._texts.items():
            if _NUMBER.fullmatch(text):
                values[cell] = _number(text)
            elif text.startswith("="):
                formulas[cell] = text[1:]
            elif text:
                values[cell] = text
        # formulas become ready when everything that they use is; circles never do
        waiting = {}
        for cell, formula in formulas.items():
            try:
                tokens = _tokens(formula)
                used = set()
                for token in tokens:
                    if token["cell"]:
                        used.add(token["cell"])
                    elif token["function"]:
                        used.update(_range(token["first"], token["last"]))
                waiting[cell] = tokens, used & formulas.keys()
            except _Wrong:
                values[cell] = None
        users = {}
        for cell, (_, used) in waiting.items():
            for other in used:
                users.setdefault(other, []).append(cell)
        missing = {cell: sum(other in waiting for other in used) for cell, (_, used) in waiting.items()}
        ready = [cell for cell, count in missing.items() if not count]
        for cell in ready:
            try:
                values[cell] = self._formula(waiting[cell][0], values)
            except (_Wrong, ArithmeticError, SyntaxError, ValueError, RecursionError):
                values[cell] = None
            for user in users.get(cell, ()):
                missing[user] -= 1
                if not missing[user]:
                    ready.append(user)
        return values

    @staticmethod
    def _formula(tokens, values):
        """The formula with numbers for its cells and functions, calculated."""
        parts = []
        for token in tokens:
            if token["cell"]:
                value = values.get(token["cell"], 0)
                if value is None or isinstance(value, str):
                    raise _Wrong
                parts.append(repr(value))
            elif token["function"]:
                inside = [values[cell] for cell in _range(token["first"], token["last"])
                          if cell in values and not isinstance(values[cell], str)]
                if None in inside:
                    raise _Wrong
                parts.append(repr(_FUNCTIONS[token["function"]](inside) if inside else 0))
            elif token["number"]:
                parts.append(repr(_number(token["number"])))
            else:
                parts.append(token["sign"])
        text = " ".join(parts).replace("inf", "1e999").replace("nan", "(1e999 - 1e999)")
        return _calculate(ast.parse(text, mode="eval").body)
