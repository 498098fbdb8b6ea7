"""Formulas become postfix programs for a machine with a stack; graphlib puts the cells in order."""
import csv
import io
import operator
import string
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

NAMES = {f"{column}{row}": (x, row)
         for x, column in enumerate(string.ascii_uppercase) for row in range(1, 100)}
PLACES = {place: name for name, place in NAMES.items()}
DO = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3}
FOLD = {"SUM": sum, "MIN": min, "MAX": max}
DIGITS = frozenset("0123456789")


class NoFormula(ValueError):
    pass


def number_or_none(text):
    whole, point, rest = text.removeprefix("-").partition(".")
    if not whole or not DIGITS.issuperset(whole + rest) or bool(point) != bool(rest):
        return None
    if point:
        return float(text)
    value = 0
    while whole:
        value, whole = value * 10 ** len(whole[:1000]) + int(whole[:1000]), whole[1000:]
    return -value if text.startswith("-") else value


def words(text):
    """Splits a formula into numbers, names and signs."""
    word = ""
    for letter in text + " ":
        if letter.isascii() and (letter.isalnum() or letter == "."):
            word += letter
            continue
        if word:
            yield word
            word = ""
        if not letter.isspace():
            yield letter


def area(first, last):
    try:
        (left, top), (right, bottom) = NAMES[first], NAMES[last]
    except KeyError:
        raise NoFormula from None
    if left > right or top > bottom:
        raise NoFormula
    return [PLACES[x, y] for y in range(top, bottom + 1) for x in range(left, right + 1)]


@dataclass
class Program:
    steps: list = field(default_factory=list)
    needs: set = field(default_factory=set)

    @classmethod
    def translate(cls, text):
        program, signs, operand_next = cls(), [], True
        queue = list(words(text))
        at = 0
        while at < len(queue):
            word = queue[at]
            at += 1
            if operand_next:
                if word == "(":
                    signs.append("(")
                    continue
                if word == "-":
                    signs.append("neg")
                    continue
                if word in FOLD:
                    match queue[at:at + 5]:
                        case ["(", first, ":", last, ")"]:
                            cells = area(first, last)
                        case _:
                            raise NoFormula
                    at += 5
                    program.needs.update(cells)
                    program.steps.append((word, cells))
                elif word in NAMES:
                    program.needs.add(word)
                    program.steps.append(("cell", word))
                else:
                    value = number_or_none(word)
                    if value is None or word.startswith("-"):
                        raise NoFormula
                    program.steps.append(("number", value))
                operand_next = False
            elif word == ")":
                while signs and signs[-1] != "(":
                    program.steps.append((signs.pop(), None))
                if not signs:
                    raise NoFormula
                signs.pop()
            elif word in DO:
                while signs and signs[-1] != "(" and RANK[signs[-1]] >= RANK[word]:
                    program.steps.append((signs.pop(), None))
                signs.append(word)
                operand_next = True
            else:
                raise NoFormula
        if operand_next or "(" in signs:
            raise NoFormula
        program.steps += [(sign, None) for sign in reversed(signs)]
        return program

    def run(self, values):
        stack = []
        for step, what in self.steps:
            if step == "number":
                stack.append(what)
            elif step == "cell":
                value = values.get(what, 0)
                if value is None or isinstance(value, str):
                    raise NoFormula
                stack.append(value)
            elif step in FOLD:
                inside = [values[cell] for cell in what if cell in values]
                if None in inside:
                    raise NoFormula
                numbers = [value for value in inside if not isinstance(value, str)]
                stack.append(FOLD[step](numbers) if numbers else 0)
            elif step == "neg":
                stack.append(-stack.pop())
            else:
                right = stack.pop()
                stack.append(DO[step](stack.pop(), right))
        return stack.pop()


class Sheet:
    def __init__(self):
        self.texts = {}
        self.results = None

    def put(self, cell, text):
        if cell not in NAMES:
            raise LookupError(f"a sheet has no cell {cell}")
        self.texts[cell], self.results = text, None

    def load(self, csv_text):
        self.texts, self.results = {}, None
        for y, row in enumerate(csv.reader(io.StringIO(csv_text, newline="")), 1):
            self.texts.update((PLACES[x, y], text) for x, text in enumerate(row) if (x, y) in PLACES)

    def value(self, cell):
        if self.results is None:
            self.results = self._results()
        return self.results.get(cell)

    def _results(self):
        values, programs = {}, {}
        for cell, raw in self.texts.items():
            text = raw.strip()
            if text.startswith("="):
                values[cell] = None             # until it is worked out
                try:
                    programs[cell] = Program.translate(text[1:])
                except NoFormula:
                    pass
            elif text:
                number = number_or_none(text)
                values[cell] = text if number is None else number
        order = TopologicalSorter({cell: program.needs & programs.keys() for cell, program in programs.items()})
        try:
            order.prepare()
        except CycleError:
            pass                                # what hangs on no circle comes out all the same
        while order.is_active() and (ready := order.get_ready()):
            for cell in ready:
                try:
                    values[cell] = programs[cell].run(values)
                except (NoFormula, ArithmeticError):
                    values[cell] = None
                order.done(cell)
        return values
