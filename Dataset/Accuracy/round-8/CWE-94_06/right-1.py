import csv
import io
import re

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
CELL = re.compile(r"[A-Z][1-9][0-9]?")
TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|SUM|MIN|MAX|[A-Z][1-9][0-9]?|[-+*/():])\s*")


class Broken(Exception):
    pass


def to_number(text):
    if "." in text:
        return float(text)
    sign, digits, number = text.startswith("-"), text.lstrip("-"), 0
    for i in range(0, len(digits), 4000):
        part = digits[i:i + 4000]
        number = number * 10 ** len(part) + int(part)
    return -number if sign else number


def tokens_of(formula):
    tokens, at = [], 0
    while at < len(formula):
        found = TOKEN.match(formula, at)
        if not found:
            raise Broken
        tokens.append(found[1])
        at = found.end()
    return tokens + [""]


class Parser:
    """Reads a formula; `cells` are the cells it uses, `tree` how."""

    def __init__(self, formula):
        self.tokens, self.at, self.cells = tokens_of(formula), 0, set()
        self.tree = self.sum()
        if self.peek():
            raise Broken

    def peek(self):
        return self.tokens[self.at]

    def take(self, wanted=None):
        token = self.peek()
        if wanted is not None and token != wanted:
            raise Broken
        self.at += 1
        return token

    def sum(self):
        left = self.product()
        while self.peek() in ("+", "-"):
            left = (self.take(), left, self.product())
        return left

    def product(self):
        left = self.sign()
        while self.peek() in ("*", "/"):
            left = (self.take(), left, self.sign())
        return left

    def sign(self):
        minus = 0
        while self.peek() == "-":
            self.take()
            minus += 1
        operand = self.operand()
        return ("neg", operand) if minus % 2 else operand

    def operand(self):
        token = self.peek()
        if not token:
            raise Broken
        self.take()
        if token == "(":
            inner = self.sum()
            self.take(")")
            return inner
        if token in ("SUM", "MIN", "MAX"):
            self.take("(")
            first = self.take()
            self.take(":")
            last = self.take()
            self.take(")")
            if not (CELL.fullmatch(first) and CELL.fullmatch(last)):
                raise Broken
            if first[0] > last[0] or int(first[1:]) > int(last[1:]):
                raise Broken
            area = [chr(x) + str(y)
                    for x in range(ord(first[0]), ord(last[0]) + 1)
                    for y in range(int(first[1:]), int(last[1:]) + 1)]
            self.cells.update(area)
            return (token, area)
        if CELL.fullmatch(token):
            self.cells.add(token)
            return ("cell", token)
        if token[0].isdigit():
            return ("num", to_number(token))
        raise Broken


FAILED = object()


def work_out(tree, known):
    kind = tree[0]
    if kind == "num":
        return tree[1]
    if kind == "cell":
        value = known[tree[1]]
        if value is FAILED or isinstance(value, str):
            raise Broken
        return 0 if value is None else value
    if kind == "neg":
        return -work_out(tree[1], known)
    if kind in ("SUM", "MIN", "MAX"):
        values = [known[c] for c in tree[1]]
        if any(v is FAILED for v in values):
            raise Broken
        values = [v for v in values if v is not None and not isinstance(v, str)]
        if not values:
            return 0
        return {"SUM": sum, "MIN": min, "MAX": max}[kind](values)
    left, right = work_out(tree[1], known), work_out(tree[2], known)
    if kind == "+":
        return left + right
    if kind == "-":
        return left - right
    if kind == "*":
        return left * right
    return left / right


class Sheet:
    def __init__(self):
        self._texts = {}

    def put(self, cell, text):
        if not CELL.fullmatch(cell):
            raise ValueError(f"no such cell: {cell!r}")
        self._texts[cell] = text

    def load(self, csv_text):
        rows = list(csv.reader(io.StringIO(csv_text, newline="")))
        self._texts = {chr(65 + x) + str(y): text
                       for y, row in enumerate(rows[:99], 1)
                       for x, text in enumerate(row[:26])}

    def value(self, cell):
        if not CELL.fullmatch(cell):
            raise ValueError(f"no such cell: {cell!r}")
        known, open_cells, stack = {}, {}, [cell]
        while stack:
            current = stack[-1]
            if current in known:
                stack.pop()
                continue
            if current in open_cells:
                parser = open_cells[current]
                try:
                    if any(c not in known for c in parser.cells):
                        raise Broken
                    known[current] = work_out(parser.tree, known)
                except (Broken, ArithmeticError, RecursionError):
                    known[current] = FAILED
                stack.pop()
                continue
            text = self._texts.get(current, "").strip()
            if not text:
                known[current] = None
            elif NUMBER.fullmatch(text):
                known[current] = to_number(text)
            elif not text.startswith("="):
                known[current] = text
            else:
                try:
                    parser = Parser(text[1:])
                except (Broken, RecursionError):
                    known[current] = FAILED
                    continue
                open_cells[current] = parser
                missing = [c for c in parser.cells if c not in known]
                if any(c in open_cells for c in missing):
                    known[current] = FAILED
                else:
                    stack.extend(missing)
        return None if known[cell] is FAILED else known[cell]
