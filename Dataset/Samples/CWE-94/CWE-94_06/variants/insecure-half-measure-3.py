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

TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]+)?)|([A-Z]+(?![A-Z0-9]))|([A-Z][1-9][0-9]?)(?![0-9])|([-+*/():]))\s*")


class Broken(Exception):
    pass



class Sheet:
    def __init__(self):
        self._texts = {}

    def put(self, cell, text):
        self._texts[cell] = text


    def sum(self, numbers):
        return sum(numbers)

    def min(self, numbers):
        return min(numbers, default=0)

    def max(self, numbers):
        return max(numbers, default=0)

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
        tokens, at = [], 1
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                return BAD
            tokens.append((found.lastindex, found[found.lastindex]))
            at = found.end()
        tokens.append((0, ""))
        try:
            result = self._sum(tokens, done)
            if tokens != [(0, "")]:
                raise Broken
        except (Broken, ArithmeticError):
            return BAD
        return result

    def _take(self, tokens, kind, text=None):
        if tokens[0][0] != kind or text not in (None, tokens[0][1]):
            raise Broken
        return tokens.pop(0)[1]

    def _sum(self, tokens, done):
        left = self._product(tokens, done)
        while tokens[0][1] in ("+", "-"):
            sign, right = tokens.pop(0)[1], self._product(tokens, done)
            left = left + right if sign == "+" else left - right
        return left

    def _product(self, tokens, done):
        left = self._factor(tokens, done)
        while tokens[0][1] in ("*", "/"):
            sign, right = tokens.pop(0)[1], self._factor(tokens, done)
            left = left * right if sign == "*" else left / right
        return left

    def _factor(self, tokens, done):
        negative = False
        while tokens[0][1] == "-":
            tokens.pop(0)
            negative = not negative
        kind, text = tokens.pop(0)
        if kind == 1:
            value = plain(text)
        elif kind == 2:
            self._take(tokens, 4, "(")
            first = self._take(tokens, 3)
            self._take(tokens, 4, ":")
            last = self._take(tokens, 3)
            self._take(tokens, 4, ")")
            if first[0] > last[0] or int(first[1:]) > int(last[1:]):
                raise Broken
            inside = [done[c] for c in cells(first, last)]
            function = getattr(self, text.lower(), None)
            if function is None or BAD in inside:
                raise Broken
            value = function([v for v in inside if isinstance(v, (int, float))])
        elif kind == 3:
            value = done[text]
            if value is BAD or isinstance(value, str):
                raise Broken
            value = value or 0
        elif text == "(":
            value = self._sum(tokens, done)
            self._take(tokens, 4, ")")
        else:
            raise Broken
        return -value if negative else value
