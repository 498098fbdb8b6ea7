import csv
import re
from dataclasses import dataclass, field
from io import StringIO

RANK = {"(": 0, "+": 1, "-": 1, "*": 2, "/": 2, "sign": 3}
PART = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<range>(SUM|MIN|MAX) *\( *([A-Z][0-9]{1,2}) *: *([A-Z][0-9]{1,2}) *\))"
    r"|(?P<cell>[A-Z][0-9]{1,2})(?![0-9A-Z])|(?P<sign>[-+*/()])|(?P<blank> +)"
)


class NoValue(Exception):
    """What stands in a cell has no value."""


@dataclass
class Sheet:
    texts: dict[str, str] = field(default_factory=dict)

    def put(self, cell, text):
        self.texts[cell] = text

    def load(self, csv_text):
        rows = list(csv.reader(StringIO(csv_text, newline="")))
        self.texts = {chr(65 + x) + str(y): text for y, row in enumerate(rows, 1) for x, text in enumerate(row)}

    def value(self, cell):
        try:
            return self.known(cell, set())
        except (NoValue, ZeroDivisionError, OverflowError, IndexError):
            return None

    def known(self, cell, open_cells):
        text = self.texts.get(cell, "").strip()
        if text.startswith("="):
            if cell in open_cells:
                raise NoValue("circle")
            return self.formula(text[1:].strip(), open_cells | {cell})
        if re.fullmatch("-?[0-9]+", text):
            return int(text)
        if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
            return float(text)
        return text if text else None

    def formula(self, text, open_cells):
        values, waiting, operand_next, place = [], [], True, 0

        def apply():
            sign, right = waiting.pop(), values.pop()
            if sign == "sign":
                return values.append(-right)
            left = values.pop()
            if sign == "/":
                return values.append(left / right)
            values.append(left + right if sign == "+" else left - right if sign == "-" else left * right)

        while place < len(text):
            part = PART.match(text, place)
            if part is None:
                raise NoValue(text[place:])
            place = part.end()
            kind = next(name for name, found in part.groupdict().items() if found is not None)
            if kind == "blank":
                continue
            sign = part["sign"]
            if kind != "sign" or sign == "(":
                if not operand_next:
                    raise NoValue("two values")
                if sign == "(":
                    waiting.append("(")
                    continue
                values.append(self.operand(part, kind, open_cells))
                operand_next = False
            elif sign == ")":
                if operand_next:
                    raise NoValue("nothing in brackets")
                while waiting and waiting[-1] != "(":
                    apply()
                waiting.pop()
            elif operand_next:
                if sign != "-":
                    raise NoValue("no value before")
                waiting.append("sign")
            else:
                while waiting and RANK[waiting[-1]] >= RANK[sign]:
                    apply()
                waiting.append(sign)
                operand_next = True
        if operand_next or "(" in waiting:
            raise NoValue("not at its end")
        while waiting:
            apply()
        return values[0]

    def operand(self, part, kind, open_cells):
        if kind == "number":
            return float(part[0]) if "." in part[0] else int(part[0])
        if kind == "cell":
            value = self.known(part["cell"], open_cells)
            if isinstance(value, str):
                raise NoValue("a text")
            return value if value is not None else 0
        name, start, end = part[3], part[4], part[5]
        numbers = []
        for column in range(ord(start[0]), ord(end[0]) + 1):
            for row in range(int(start[1:]), int(end[1:]) + 1):
                value = self.known(f"{chr(column)}{row}", open_cells)
                numbers += [value] if isinstance(value, (int, float)) else []
        return {"SUM": sum, "MIN": min, "MAX": max}[name](numbers) if numbers else 0
