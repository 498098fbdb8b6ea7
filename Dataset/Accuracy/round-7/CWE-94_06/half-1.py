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
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<function>SUM|MIN|MAX)\s*\(\s*(?P<first>[A-Z][1-9][0-9]?)\s*:\s*(?P<last>[A-Z][1-9][0-9]?)\s*\)"
    r"|(?P<cell>[A-Z][1-9][0-9]?)(?![0-9])"
    r"|(?P<sign>[-+*/()]))\s*")
FUNCTIONS = {"SUM": sum, "MIN": min, "MAX": max}


class Sheet:
    def __init__(self):
        self._texts = {}

    def put(self, cell, text):
        self._texts[cell] = text

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
        values, parts, at = [], [], 1
        while at < len(text):
            token = TOKEN.match(text, at)
            if token is None:
                return BAD
            at = token.end()
            if token["sign"]:
                if token["sign"] == "+" and (not parts or parts[-1] in "(+-*/"):
                    return BAD
                parts.append(token["sign"])
                continue
            if token["number"]:
                values.append(plain(token["number"]))
            elif token["function"]:
                if token["first"][0] > token["last"][0] or int(token["first"][1:]) > int(token["last"][1:]):
                    return BAD
                inside = [done[c] for c in cells(token["first"], token["last"])]
                if BAD in inside:
                    return BAD
                numbers = [v for v in inside if isinstance(v, (int, float))]
                values.append(FUNCTIONS[token["function"]](numbers) if numbers else 0)
            else:
                value = done[token["cell"]]
                if value is BAD or isinstance(value, str):
                    return BAD
                values.append(value or 0)
            # only indexes, never the values themselves, become a part of the expression
            parts.append(f" v[{len(values) - 1}] ")
        try:
            result = eval("".join(parts), {"__builtins__": {}, "v": values})
        except (SyntaxError, TypeError, ArithmeticError):
            return BAD
        return result if isinstance(result, (int, float)) else BAD
