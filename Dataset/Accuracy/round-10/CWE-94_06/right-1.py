"""A Pratt parser makes nested tuples; generators work them out and ask for the cells they need."""
import csv
import enum
import io
import re

LEXER = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<word>[A-Za-z0-9_.]+)|(?P<mark>\S)")
POWER = {"+": 10, "-": 10, "*": 20, "/": 20}


class Odd(enum.Enum):
    EMPTY = enum.auto()
    WRONG = enum.auto()


class Unfit(Exception):
    pass


def to_number(text):
    if "." in text:
        return float(text)
    total = 0
    for start in range(0, len(digits := text.lstrip("-")), 4000):
        piece = digits[start:start + 4000]
        total = total * 10 ** len(piece) + int(piece)
    return -total if text[0] == "-" else total


def to_place(word):
    """C12 -> (3, 12)"""
    column, row = word[:1], word[1:]
    if "A" <= column <= "Z" and row.isascii() and row.isdigit() and row[0] != "0" and len(row) < 3:
        return ord(column) - 64, int(row)
    raise Unfit(word)


class Reader:
    def __init__(self, text):
        self.marks, end = [], 0
        for found in LEXER.finditer(text):
            if found.start() == end and self.marks and self.marks[-1][0] != "mark" and found.lastgroup != "mark":
                raise Unfit("numbers and words that touch")
            self.marks.append((found.lastgroup, found[0]))
            end = found.end()
        self.marks = [*reversed(self.marks)]

    @property
    def next(self):
        return self.marks[-1] if self.marks else (None, None)

    def need(self, kind, *texts):
        if self.next[0] != kind or texts and self.next[1] not in texts:
            raise Unfit(self.next)
        return self.marks.pop()[1]

    def whole(self):
        tree = self.expression(0)
        if self.marks:
            raise Unfit("more than a formula")
        return tree

    def expression(self, least):
        left = self.start()
        while self.next[0] == "mark" and POWER.get(self.next[1], 0) > least:
            sign = self.marks.pop()[1]
            left = (sign, left, self.expression(POWER[sign]))
        return left

    def start(self):
        kind, text = self.next
        if kind == "number":
            return ("number", to_number(self.need(kind)))
        if kind == "word":
            self.marks.pop()
            if text in ("SUM", "MIN", "MAX"):
                self.need("mark", "(")
                first = to_place(self.need("word"))
                self.need("mark", ":")
                last = to_place(self.need("word"))
                self.need("mark", ")")
                if first[0] > last[0] or first[1] > last[1]:
                    raise Unfit("a range goes to the lower right")
                return (text, first, last)
            return ("cell", to_place(text))
        if self.need("mark", "(", "-") == "-":
            return ("sign", self.expression(30))
        inside = self.expression(0)
        self.need("mark", ")")
        return inside


def work(tree):
    """Yields places, is sent their values, and returns a number."""
    match tree:
        case ("number", number):
            return number
        case ("cell", place):
            value = yield place
            if value is Odd.EMPTY:
                return 0
            if value is Odd.WRONG or isinstance(value, str):
                raise Unfit(place)
            return value
        case ("sign", under):
            return -(yield from work(under))
        case ("SUM" | "MIN" | "MAX" as name, (left, top), (right, bottom)):
            counted = []
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    value = yield (column, row)
                    if value is Odd.WRONG:
                        raise Unfit(name)
                    if value is not Odd.EMPTY and not isinstance(value, str):
                        counted.append(value)
            if not counted:
                return 0
            return sum(counted) if name == "SUM" else min(counted) if name == "MIN" else max(counted)
        case (sign, one, other):
            a = yield from work(one)
            b = yield from work(other)
            if sign == "+":
                return a + b
            if sign == "-":
                return a - b
            return a * b if sign == "*" else a / b


class Sheet:
    def __init__(self):
        self._grid, self._known = {}, {}

    def put(self, cell, text):
        try:
            self._grid[to_place(cell)] = text
        except Unfit:
            raise KeyError(cell) from None
        self._known = {}

    def load(self, csv_text):
        self._grid, self._known = {}, {}
        for row, line in enumerate(csv.reader(io.StringIO(csv_text, newline="")), start=1):
            for column, text in enumerate(line, start=1):
                if row < 100 and column < 27:
                    self._grid[column, row] = text

    def value(self, cell):
        try:
            result = self._settle(to_place(cell))
        except Unfit:
            return None
        return None if isinstance(result, Odd) else result

    def _begin(self, place):
        text = self._grid.get(place, "").strip()
        if not text:
            return Odd.EMPTY
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            return to_number(text)
        if text[0] != "=":
            return text
        try:
            return work(Reader(text[1:]).whole())
        except (Unfit, RecursionError):
            return Odd.WRONG

    def _settle(self, wanted):
        known, open_, answer, ask = self._known, {}, None, wanted
        while True:
            if ask is not None:
                if ask in known:
                    answer = known[ask]
                elif ask in open_:                          # a circle
                    answer = Odd.WRONG
                else:
                    begun = self._begin(ask)
                    if hasattr(begun, "send"):
                        open_[ask], answer = begun, None
                    else:
                        known[ask] = answer = begun
            if not open_:
                return known[wanted]
            place, worker = next(reversed(open_.items()))
            try:
                ask = worker.send(answer)
            except StopIteration as end:
                known[place] = end.value
            except (Unfit, ArithmeticError, RecursionError):
                known[place] = Odd.WRONG
            else:
                continue
            del open_[place]
            answer, ask = known[place], None
