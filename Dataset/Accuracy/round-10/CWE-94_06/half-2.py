"""Score sheets of the sheepdog trials."""
import csv
import io
import re

CELL = re.compile("[A-Z][1-9][0-9]?")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
PIECE = re.compile(r"(SUM|MIN|MAX)\s*\(\s*([A-Z][1-9][0-9]?)\s*:\s*([A-Z][1-9][0-9]?)\s*\)"
                   r"|([A-Z][1-9][0-9]?)(?![A-Z0-9.])|([0-9]+(?:\.[0-9]+)?)(?![A-Z0-9.])|([-+*/()])")
# what Python would take, but a sheet does not: powers, whole division, + as a sign
NOT_OURS = re.compile(r"\*\*|//|(?:^|[-+*/(])\s*\+")


class Formula:
    """A formula whose numbers, cells and functions are places in a list of values; the rest
    is made of - + * / ( ) alone, so that it can be left to Python's arithmetic."""

    def __init__(self, text):
        self.places = []
        self.uses = set()
        if NOT_OURS.search(text):
            raise ValueError("not in a sheet")
        code, at = [], 0
        while at < len(text):
            if text[at].isspace():
                at += 1
                continue
            piece = PIECE.match(text, at)
            if piece is None:
                raise ValueError("not in a sheet")
            at = piece.end()
            function, first, last, cell, number, sign = piece.groups()
            if sign:
                code.append(sign)
                continue
            if function:
                place = (function, self.cells(first, last))
                self.uses.update(place[1])
            elif cell:
                place = ("CELL", cell)
                self.uses.add(cell)
            else:
                place = ("NUMBER", float(number) if "." in number else int(number))
            code.append(f"v[{len(self.places)}]")
            self.places.append(place)
        if "()" in "".join(code):
            raise ValueError("empty brackets")
        self.code = compile("".join(code), "<formula>", "eval")

    @staticmethod
    def cells(first, last):
        if first[0] > last[0] or int(first[1:]) > int(last[1:]):
            raise ValueError("upper left to lower right")
        return [chr(column) + str(row) for column in range(ord(first[0]), ord(last[0]) + 1)
                for row in range(int(first[1:]), int(last[1:]) + 1)]

    def result(self, values):
        v = [self.place(kind, what, values) for kind, what in self.places]
        result = eval(self.code, {"__builtins__": {}}, {"v": v})
        return result if type(result) in (int, float) else None

    @staticmethod
    def place(kind, what, values):
        if kind == "NUMBER":
            return what
        if kind == "CELL":
            value = values.get(what, 0)
            if type(value) not in (int, float):
                raise ValueError("no number")
            return value
        found = [values[cell] for cell in what if cell in values and not isinstance(values[cell], str)]
        if None in found:
            raise ValueError("not worked out")
        return {"SUM": sum, "MIN": min, "MAX": max}[kind](found) if found else 0


class Sheet:
    def __init__(self):
        self._cells = {}

    def put(self, cell, text):
        if not CELL.fullmatch(cell):
            raise ValueError("no such cell: %r" % cell)
        self._cells[cell] = text.strip()

    def load(self, csv_text):
        self._cells = {}
        for row, fields in zip(range(1, 100), csv.reader(io.StringIO(csv_text, newline=""))):
            for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", fields):
                self._cells[f"{column}{row}"] = text.strip()

    def value(self, cell):
        values, formulas, stack = {}, {}, [cell]
        while stack:                                    # depth first, without recursion
            at = stack[-1]
            text = self._cells.get(at, "")
            if at in values or not text:
                stack.pop()
            elif NUMBER.fullmatch(text):
                values[at] = float(text) if "." in text else int(text)
            elif not text.startswith("="):
                values[at] = text
            elif at not in formulas:
                try:
                    formulas[at] = Formula(text[1:])
                except (ValueError, SyntaxError, MemoryError, RecursionError):
                    values[at] = None
                    continue
                below = [use for use in formulas[at].uses if use not in values]
                if any(use in formulas for use in below):       # still open: a circle
                    values[at] = None
                else:
                    stack.extend(below)
            else:
                try:
                    values[at] = formulas[at].result(values)
                except (ValueError, TypeError, ArithmeticError):
                    values[at] = None
        return values.get(cell)
