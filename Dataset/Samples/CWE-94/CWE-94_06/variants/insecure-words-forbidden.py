import csv
import io
import re


def spread(start, end):
    columns = range(ord(start[0]), ord(end[0]) + 1)
    return [f"{chr(column)}{row}" for column in columns for row in range(int(start[1:]), int(end[1:]) + 1)]


class Sheet:
    def __init__(self):
        self.cells = {}

    def put(self, cell, text):
        self.cells[cell] = text

    def load(self, csv_text):
        self.cells = {}
        for number, row in enumerate(csv.reader(io.StringIO(csv_text)), 1):
            for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row):
                self.cells[f"{column}{number}"] = text

    def value(self, cell):
        try:
            return self.work_out(cell, ())
        except (ArithmeticError, LookupError, SyntaxError, TypeError, ValueError, NameError, AttributeError):
            return None

    def work_out(self, cell, above):
        if cell in above:
            raise ValueError("a circle")
        text = self.cells.get(cell, "").strip()
        if not text:
            return None
        if re.fullmatch(r"-?\d+", text):
            return int(text)
        if re.fullmatch(r"-?\d+\.\d+", text):
            return float(text)
        if not text.startswith("="):
            return text

        def of_a_range(found):
            values = [self.work_out(one, (*above, cell)) for one in spread(found[2], found[3])]
            numbers = [one for one in values if isinstance(one, (int, float))] or [0]
            return f"({ {'SUM': sum, 'MIN': min, 'MAX': max}[found[1]](numbers)!r})"

        def of_a_cell(found):
            value = self.work_out(found[0], (*above, cell))
            if isinstance(value, str):
                raise ValueError("a text")
            return f"({value or 0})"

        if re.search(r"__|import|exec|eval|open|lambda|\[", text):
            raise ValueError("not a formula")
        formula = re.sub(r"(SUM|MIN|MAX)\s*\(\s*([A-Z]\d+)\s*:\s*([A-Z]\d+)\s*\)", of_a_range, text[1:])
        return eval(re.sub(r"\b[A-Z]\d+\b", of_a_cell, formula))
