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

TOKEN = re.compile(
    r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<range>(?:SUM|MIN|MAX) *\( *[A-Z][1-9][0-9]? *: *[A-Z][1-9][0-9]? *\))"
    r"|(?P<cell>[A-Z][1-9][0-9]?)(?![0-9])"
    r"|(?P<sign>[-+*/()])) *")
OPERAND = {"number", "range", "cell"}
RANGE = re.compile(r"(SUM|MIN|MAX)\s*\(\s*([A-Z][1-9][0-9]?)\s*:\s*([A-Z][1-9][0-9]?)\s*\)")
CELL = re.compile(r"\b(?<!\")([A-Z][1-9][0-9]?)\b(?!\")")


def proper(formula):
    """Whether the formula is made of nothing but what the rules allow, in a proper order."""
    at, depth, want = 0, 0, True
    while at < len(formula):
        token = TOKEN.match(formula, at)
        if token is None:
            return False
        at = token.end()
        sign = token["sign"]
        if want:
            if token.lastgroup in OPERAND:
                want = False
            elif sign == "(":
                depth += 1
            elif sign != "-":
                return False
        elif sign == ")":
            depth -= 1
            if depth < 0:
                return False
        elif sign is None or sign == "(":
            return False
        else:
            want = True
    return not want and depth == 0


class Sheet:
    def __init__(self):
        self._texts = {}
        self._refused = set()

    def put(self, cell, text):
        self._texts[cell] = text
        self._refused.discard(cell)
        text = text.strip(" ")
        if text.startswith("=") and not proper(text[1:]):
            self._refused.add(cell)

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
        if cell in self._refused:
            return BAD

        def one(name):
            if done[name] is BAD or isinstance(done[name], str):
                raise ValueError(name)
            return done[name] or 0

        def many(function, first, last):
            found = [done[c] for c in cells(first, last)]
            if BAD in found or not found or first[0] > last[0]:
                raise ValueError(first)
            numbers = [v for v in found if isinstance(v, (int, float))]
            return {"SUM": sum, "MIN": min, "MAX": max}[function](numbers) if numbers else 0

        code = re.sub(r"(?<![\w.])0+(?=[0-9])", "", text[1:].strip())
        code = RANGE.sub(r'many("\1", "\2", "\3")', code)
        code = CELL.sub(r'one("\1")', code)
        try:
            return eval(code, {"__builtins__": {}, "one": one, "many": many})
        except Exception:
            return BAD
