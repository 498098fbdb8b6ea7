import ast
import csv
import io
import operator
import re

WORK = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.USub: operator.neg,
}
RANGE = re.compile(r"\b(SUM|MIN|MAX)\s*\(\s*([A-Z])(\d+)\s*:\s*([A-Z])(\d+)\s*\)")


class Sheet:
    def __init__(self):
        self.cells = {}

    def put(self, cell, text):
        self.cells[cell] = text.strip()

    def load(self, csv_text):
        self.cells.clear()
        for row, texts in enumerate(csv.reader(io.StringIO(csv_text, newline=""))):
            for column, text in enumerate(texts):
                self.put(f"{chr(65 + column)}{row + 1}", text)

    def value(self, cell):
        try:
            return self.shown(cell, [])
        except (SyntaxError, KeyError, TypeError, ValueError, ArithmeticError):
            return None

    def shown(self, cell, above):
        text = self.cells.get(cell, "")
        if text[:1] == "=":
            if cell in above:
                raise ValueError("a circle")
            inside = [*above, cell]
            if re.search(r"\n|(?<!\d)0\d|\d_|[eExXoObBjJ_#]", re.sub(r"MAX|MIN|SUM|(?<![\d.])[A-Z][1-9]", "", text)) or not text.isascii():
                raise ValueError("not in a formula")
            if re.search(r"\d\.(?!\d)|(?<!\d)\.", text):
                raise ValueError("half a number")
            tree = ast.parse(RANGE.sub(lambda found: self.over(found, inside), text[1:]).strip(), mode="eval")
            return self.of(tree.body, inside)
        if re.fullmatch(r"-?\d+", text):
            return int(text)
        return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text or None

    def over(self, found, above):
        name, left, top, right, bottom = found.groups()
        cells = [f"{chr(c)}{r}" for c in range(ord(left), ord(right) + 1) for r in range(int(top), int(bottom) + 1)]
        numbers = [one for one in (self.shown(cell, above) for cell in cells) if isinstance(one, (int, float))]
        return f"({ {'SUM': sum, 'MIN': min, 'MAX': max}[name](numbers or [0])!r})"

    def of(self, node, above):
        if isinstance(node, ast.Constant):
            return node.value if type(node.value) in (int, float) else self.refuse()
        if isinstance(node, ast.BinOp):
            return WORK[type(node.op)](self.of(node.left, above), self.of(node.right, above))
        if isinstance(node, ast.UnaryOp):
            return WORK[type(node.op)](self.of(node.operand, above))
        if isinstance(node, ast.Name) and re.fullmatch("[A-Z][1-9][0-9]?", node.id):
            value = self.shown(node.id, above)
            return 0 if value is None else self.refuse() if isinstance(value, str) else value
        return self.refuse()

    def refuse(self):
        raise ValueError("not in a formula")
