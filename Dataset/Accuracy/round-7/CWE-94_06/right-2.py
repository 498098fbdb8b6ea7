import csv
import io
import logging
from collections import ChainMap, deque
from contextlib import contextmanager

log = logging.getLogger("sheet")

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = frozenset("0123456789")
BLANKS = " \t\r\n\v\f"


class Refused(Exception):
    """The formula has no result."""


class Reader:
    """Reads a formula sign by sign and works it out on the way.

    The methods are generators: they yield the names of cells and are sent their values.
    """

    def __init__(self, text):
        if len(text) > 200:
            raise Refused("more than 200 characters")
        self.signs = deque(text)

    def blanks(self):
        while self.signs and self.signs[0] in BLANKS:
            self.signs.popleft()

    def peek(self):
        self.blanks()
        return self.signs[0] if self.signs else ""

    def expect(self, sign):
        if self.peek() != sign:
            raise Refused(f"{sign} expected")
        self.signs.popleft()

    def run(self, allowed):
        found = ""
        while self.signs and self.signs[0] in allowed:
            found += self.signs.popleft()
        return found

    def whole(self):
        result = yield from self.chain("+-", self.product)
        if self.peek():
            raise Refused(self.peek())
        return result

    def product(self):
        return (yield from self.chain("*/", self.signed))

    def chain(self, signs, part):
        result = yield from part()
        while (sign := self.peek()) and sign in signs:
            self.signs.popleft()
            other = yield from part()
            if sign == "+":
                result = result + other
            elif sign == "-":
                result = result - other
            elif sign == "*":
                result = result * other
            else:
                result = result / other
        return result

    def signed(self):
        minus = 0
        while self.peek() == "-":
            self.signs.popleft()
            minus += 1
        result = yield from self.atom()
        for _ in range(minus):
            result = -result
        return result

    def atom(self):
        sign = self.peek()
        if sign == "(":
            self.signs.popleft()
            result = yield from self.chain("+-", self.product)
            self.expect(")")
            return result
        if sign in DIGITS:
            return self.number()
        name = self.run(LETTERS)
        if len(name) == 1:
            value = yield self.cell(name)
            if value is None:
                return 0
            if isinstance(value, str):
                raise Refused("text")
            return value
        if name not in ("SUM", "MIN", "MAX"):
            raise Refused(name)
        numbers = []
        for cell in self.range():
            value = yield cell
            if value is not None and not isinstance(value, str):
                numbers.append(value)
        if not numbers:
            return 0
        return sum(numbers) if name == "SUM" else min(numbers) if name == "MIN" else max(numbers)

    def number(self):
        digits = self.run(DIGITS)
        if self.signs and self.signs[0] == ".":
            self.signs.popleft()
            more = self.run(DIGITS)
            if not more:
                raise Refused("a point without digits")
            return float(digits + "." + more)
        return int(digits)

    def cell(self, letter):
        row = self.run(DIGITS)
        if not 1 <= len(row) <= 2 or row[0] == "0":
            raise Refused("no such row")
        return letter + row

    def range(self):
        self.expect("(")
        corners = []
        for end in ":)":
            self.blanks()
            letter = self.run(LETTERS)
            if len(letter) != 1:
                raise Refused("no cell")
            corners.append(self.cell(letter))
            self.expect(end)
        (left, top), (right, bottom) = ((ord(c[0]), int(c[1:])) for c in corners)
        if left > right or top > bottom:
            raise Refused("upper left to lower right")
        return [f"{chr(c)}{r}" for r in range(top, bottom + 1) for c in range(left, right + 1)]


def _constant(text):
    """None, an int, a float or the text."""
    digits = text.removeprefix("-")
    whole, point, rest = digits.partition(".")
    if whole and DIGITS.issuperset(whole) and bool(point) == bool(rest) and DIGITS.issuperset(rest):
        return float(text) if point else _int(text)
    return text or None


def _int(text):
    negative, number = text[0] == "-", 0
    text = text.lstrip("-")
    step = 1000
    for i in range(0, len(text), step):
        part = text[i:i + step]
        number = number * 10 ** len(part) + int(part)
    return -number if negative else number


class Sheet:
    def __init__(self):
        self._cells = ChainMap()

    def put(self, cell, text):
        self._cells[cell] = text

    def load(self, csv_text):
        rows = list(csv.reader(io.StringIO(csv_text, newline="")))[:99]
        self._cells = ChainMap({f"{letter}{number}": text
                                for number, row in enumerate(rows, 1)
                                for letter, text in zip(LETTERS, row)})

    def _work(self, cell):
        text = self._cells.get(cell, "").strip()
        if not text.startswith("="):
            return _constant(text)
        return (yield from Reader(text[1:]).whole())

    @contextmanager
    def _no_result(self, cell):
        try:
            yield
        except (Refused, ArithmeticError) as error:
            log.debug("%s: %r", cell, error)

    def value(self, cell):
        outcome = {}                       # name -> (True, value) or (False, None)
        open_cells = {cell: self._work(cell)}
        answer = None
        while open_cells:
            name = next(reversed(open_cells))
            outcome[name] = (False, None)
            with self._no_result(name):
                try:
                    wanted = open_cells[name].send(answer)
                except StopIteration as stop:
                    outcome[name] = (True, stop.value)
                else:
                    if wanted not in outcome:
                        open_cells[wanted] = self._work(wanted)
                        answer = None
                        continue
                    good, answer = outcome[wanted]
                    if good:
                        continue
            del open_cells[name]
            if open_cells:
                good, answer = outcome[name]
                if not good:
                    # whoever asked for it has no result either
                    parent = next(reversed(open_cells))
                    open_cells[parent] = self._broken()
                    answer = None
        return outcome[cell][1]

    @staticmethod
    def _broken():
        raise Refused("uses a cell that has no result")
        yield
