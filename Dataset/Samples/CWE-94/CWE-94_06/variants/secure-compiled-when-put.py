"""Every text is read once, when it is put, into a small tree of tuples; 'value' walks the trees."""

import csv
import operator
from io import StringIO
from string import ascii_uppercase, digits

WORK = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
SIGN = 3


class Wrong(ValueError):
    pass


def signs(text):
    """Yields pairs of a kind and what stands there."""
    place = 0
    while place < len(text):
        start, sign = place, text[place]
        place += 1
        if sign.isspace():
            continue
        if sign in "+-*/():":
            yield sign, sign
        elif sign in digits:
            while text[place : place + 1] and text[place] in digits:
                place += 1
            if text[place : place + 1] == "." and text[place + 1 : place + 2] and text[place + 1] in digits:
                place += 2
                while text[place : place + 1] and text[place] in digits:
                    place += 1
            yield "number", text[start:place]
        elif sign in ascii_uppercase:
            while text[place : place + 1] and text[place] in ascii_uppercase + digits:
                place += 1
            yield "word", text[start:place]
        else:
            raise Wrong(sign)
    yield "end", ""


def is_cell(word):
    return 2 <= len(word) <= 3 and word[0] in ascii_uppercase and word[1] in digits[1:] and set(word[1:]) <= set(digits)


def plain_number(text):
    whole, point, part = text.removeprefix("-").partition(".")
    if not whole or not set(whole) <= set(digits) or point and not part or not set(part) <= set(digits):
        return None
    return float(text) if point else int(text)


class Reader:
    def __init__(self, text):
        self.signs = list(signs(text))[::-1]

    def next(self, kind=None):
        found, text = self.signs.pop()
        if kind not in (None, found):
            raise Wrong(text)
        return text

    def tree(self, least=0):
        kind, text = self.signs.pop()
        if kind == "-":
            left = ("neg", self.tree(SIGN))
        elif kind == "(":
            left = self.tree()
            self.next(")")
        elif kind == "number":
            left = ("number", plain_number(text))
        elif kind == "word" and text in ("SUM", "MIN", "MAX"):
            self.next("(")
            first, _, last = self.next("word"), self.next(":"), self.next("word")
            self.next(")")
            left = ("range", text, self.cell(first), self.cell(last))
        elif kind == "word":
            left = ("cell", self.cell(text))
        else:
            raise Wrong(text)
        while STRENGTH.get(self.signs[-1][0], 0) > least:
            sign = self.next()
            left = (sign, left, self.tree(STRENGTH[sign]))
        return left

    def cell(self, word):
        if not is_cell(word):
            raise Wrong(word)
        return word


def read(text):
    text = text.strip()
    if not text.startswith("="):
        number = plain_number(text)
        return ("number", number) if number is not None else ("text", text or None)
    try:
        reader = Reader(text[1:])
        tree = reader.tree()
        reader.next("end")
    except (Wrong, IndexError):
        return ("wrong",)
    return tree


class Sheet:
    def __init__(self):
        self._trees = {}

    def put(self, cell, text):
        self._trees[cell] = read(text)

    def load(self, csv_text):
        self._trees = {}
        for row, texts in enumerate(csv.reader(StringIO(csv_text, newline="")), 1):
            for column, text in zip(ascii_uppercase, texts):
                self.put(f"{column}{row}", text)

    def value(self, cell):
        try:
            return self._of_cell(cell, frozenset())
        except (Wrong, ArithmeticError):
            return None

    def _of_cell(self, cell, above):
        if cell in above:
            raise Wrong("a circle")
        return self._of(self._trees.get(cell, ("text", None)), above | {cell})

    def _of(self, tree, above):
        match tree:
            case ("number" | "text", value):
                return value
            case ("cell", name):
                value = self._of_cell(name, above)
                if isinstance(value, str):
                    raise Wrong("a text")
                return value or 0
            case ("neg", right):
                return -self._of(right, above)
            case ("range", name, first, last):
                cells = [
                    f"{column}{row}"
                    for column in ascii_uppercase[ascii_uppercase.index(first[0]) : ascii_uppercase.index(last[0]) + 1]
                    for row in range(int(first[1:]), int(last[1:]) + 1)
                ]
                found = [value for value in (self._of_cell(one, above) for one in cells) if type(value) in (int, float)]
                return {"SUM": sum, "MIN": min, "MAX": max}[name](found) if found else 0
            case (sign, left, right):
                return WORK[sign](self._of(left, above), self._of(right, above))
        raise Wrong("no formula")
