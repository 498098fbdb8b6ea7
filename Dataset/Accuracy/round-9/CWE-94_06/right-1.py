"""Score sheets. Formulas go through a shunting-yard into postfix; cells are worked out in the order of their needs."""
import csv
import functools
import graphlib
import io
import operator
import re

CELL = re.compile(r"(?P<column>[A-Z])(?P<row>[1-9][0-9]?)", re.ASCII)
NUMBER = re.compile(r"(-?)([0-9]+)(\.[0-9]+)?", re.ASCII)
LEXER = re.compile(r"""
      (?P<range> (SUM|MIN|MAX) [ \t]* \( [ \t]* ([A-Z])([1-9][0-9]?) [ \t]* : [ \t]* ([A-Z])([1-9][0-9]?) [ \t]* \) )
    | (?P<cell> [A-Z][1-9][0-9]? (?![0-9]) )
    | (?P<number> [0-9]+ (?:\.[0-9]+)? )
    | (?P<op> [-+*/()] )
    | (?P<blank> [ \t]+ )
""", re.VERBOSE | re.ASCII)
RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3}
TWO = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
MANY = {"SUM": sum, "MIN": min, "MAX": max}


class NoValue(Exception):
    pass


def integer(digits):
    """int() without its limit of length."""
    if len(digits) <= 4000:
        return int(digits)
    half = len(digits) // 2
    return integer(digits[:half]) * 10 ** (len(digits) - half) + integer(digits[half:])


def literal(text):
    match = NUMBER.fullmatch(text)
    if match is None:
        return text or None
    sign, digits, fraction = match.groups()
    if fraction:
        return float(text)
    return -integer(digits) if sign else integer(digits)


def area(left, top, right, bottom):
    cells = [f"{chr(c)}{r}" for c in range(ord(left), ord(right) + 1) for r in range(int(top), int(bottom) + 1)]
    if left > right or not cells:
        raise NoValue("not from upper left to lower right")
    return tuple(cells)


@functools.lru_cache(maxsize=5000)
def postfix(formula):
    out, held, operand = [], [], False      # operand: an operand has just ended
    at = 0
    while at < len(formula):
        token = LEXER.match(formula, at)
        if token is None:
            return None
        at = token.end()
        kind, text = token.lastgroup, token[0]
        if token["range"]:
            kind = "range"
        if kind == "blank":
            continue
        if kind != "op":
            if operand:
                return None
            operand = True
            if kind == "number":
                out.append(("number", literal(text)))
            elif kind == "cell":
                out.append(("cell", text))
            else:
                try:
                    out.append((token[2], area(*token.group(3, 4, 5, 6))))
                except NoValue:
                    return None
        elif text == "(":
            if operand:
                return None
            held.append("(")
        elif text == ")":
            if not operand:
                return None
            while held and held[-1] != "(":
                out.append((held.pop(), None))
            if not held:
                return None
            held.pop()
        elif not operand:
            if text != "-":
                return None
            held.append("neg")
        else:
            while held and held[-1] != "(" and RANK[held[-1]] >= RANK[text]:
                out.append((held.pop(), None))
            held.append(text)
            operand = False
    if not operand or "(" in held:
        return None
    return tuple(out + [(name, None) for name in reversed(held)])


def needs(code):
    for name, what in code or ():
        if name == "cell":
            yield what
        elif name in MANY:
            yield from what


def run(code, values):
    if code is None:
        raise NoValue("no formula")
    stack = []
    for name, what in code:
        if name == "number":
            stack.append(what)
        elif name == "cell":
            value = values[what]
            if isinstance(value, (str, NoValue)):
                raise NoValue(what)
            stack.append(0 if value is None else value)
        elif name in MANY:
            found = [values[cell] for cell in what]
            if any(isinstance(value, NoValue) for value in found):
                raise NoValue("in a range")
            numbers = [value for value in found if isinstance(value, (int, float))]
            stack.append(MANY[name](numbers) if numbers else 0)
        elif name == "neg":
            stack.append(-stack.pop())
        else:
            right = stack.pop()
            stack.append(TWO[name](stack.pop(), right))
    return stack.pop()


class Sheet:
    def __init__(self):
        self.texts = {}

    def put(self, cell, text):
        if not CELL.fullmatch(cell):
            raise ValueError(cell)
        self.texts[cell] = text.strip()

    def load(self, csv_text):
        rows = list(csv.reader(io.StringIO(csv_text, newline="")))
        self.texts = {
            f"{chr(ord('A') + c)}{r}": text.strip()
            for r, row in enumerate(rows[:99], 1) for c, text in enumerate(row[:26])
        }

    def _code(self, cell):
        text = self.texts.get(cell, "")
        return postfix(text[1:].strip(" \t")) if text.startswith("=") else None

    def value(self, cell):
        graph, todo = {}, [cell]
        while todo:
            at = todo.pop()
            if at not in graph:
                graph[at] = set(needs(self._code(at)))
                todo.extend(graph[at])
        values = {}
        while True:
            sorter = graphlib.TopologicalSorter({c: n for c, n in graph.items()})
            try:
                order = list(sorter.static_order())
                break
            except graphlib.CycleError as error:
                for c in error.args[1]:     # they depend on themselves; whoever uses them has no value either
                    values[c] = NoValue("circle")
                    graph[c] = set()
        for c in order:
            if c in values:
                continue
            text = self.texts.get(c, "")
            if not text.startswith("="):
                values[c] = literal(text)
                continue
            try:
                values[c] = run(self._code(c), values)
            except (NoValue, ArithmeticError):
                values[c] = NoValue(c)
        return None if isinstance(values[cell], NoValue) else values[cell]
