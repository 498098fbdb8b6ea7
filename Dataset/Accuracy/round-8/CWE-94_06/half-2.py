import csv
import io
import re

CELL = r"[A-Z][1-9][0-9]?"
TOKEN = re.compile(r"\s*(?:(?P<num>[0-9]+(?:\.[0-9]+)?)|(?P<func>SUM|MIN|MAX)\s*\(\s*"
                   rf"(?P<a>{CELL})\s*:\s*(?P<b>{CELL})\s*\)|(?P<cell>{CELL})|(?P<op>[-+*/()]))\s*")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class Unworkable(Exception):
    pass


def grammar(text):
    """True if text is made of the allowed tokens in an allowed order."""
    position, depth, operand = 0, 0, True
    while position < len(text):
        found = TOKEN.match(text, position)
        if not found:
            return False
        op = found["op"]
        if op is None or op == "(":
            if not operand:
                return False
            depth += op == "("
            operand = op == "("
        elif op == ")":
            depth -= 1
            if operand or depth < 0:
                return False
        else:
            if operand and op != "-":
                return False
            operand = True
        position = found.end()
    return depth == 0 and not operand


def source(text):
    def one(found):
        if found["num"]:
            return found["num"].lstrip("0") if found["num"].lstrip("0")[:1].isdigit() else \
                "0" + found["num"].lstrip("0")
        if found["func"]:
            return f"{found['func']}('{found['a']}','{found['b']}')"
        if found["cell"]:
            return f"CELL('{found['cell']}')"
        return found["op"]
    return TOKEN.sub(one, text)


class Sheet:
    def __init__(self):
        self._text = {}
        self._sound = {}

    def put(self, cell, text):
        if not re.fullmatch(CELL, cell):
            raise ValueError("no such cell")
        self._text[cell] = text.strip()
        self._sound.pop(cell, None)

    def load(self, csv_text):
        rows = csv.reader(io.StringIO(csv_text, newline=""))
        self._text = {chr(65 + x) + str(y): text.strip()
                      for y, row in enumerate(rows, 1) if y < 100
                      for x, text in enumerate(row[:26])}

    def value(self, cell):
        try:
            return self._work_out(cell, [])
        except (Unworkable, RecursionError):
            return None

    def _work_out(self, cell, path):
        text = self._text.get(cell, "")
        if not text:
            return None
        if not text.startswith("="):
            found = NUMBER.fullmatch(text)
            if not found:
                return text
            return float(text) if found[1] else int(text)
        if cell in path:
            raise Unworkable
        if cell not in self._sound:
            self._sound[cell] = len(text) <= 201 and grammar(text[1:])
        if not self._sound[cell]:
            raise Unworkable
        path = path + [cell]

        def single(name):
            value = self._work_out(name, path)
            if isinstance(value, str):
                raise Unworkable
            return value or 0

        def area(first, last):
            if first[0] > last[0] or int(first[1:]) > int(last[1:]):
                raise Unworkable
            for x in range(ord(first[0]), ord(last[0]) + 1):
                for y in range(int(first[1:]), int(last[1:]) + 1):
                    value = self._work_out(chr(x) + str(y), path)
                    if value is not None and not isinstance(value, str):
                        yield value

        names = {
            "__builtins__": {},
            "CELL": single,
            "SUM": lambda a, b: sum(area(a, b)),
            "MIN": lambda a, b: min(area(a, b), default=0),
            "MAX": lambda a, b: max(area(a, b), default=0),
        }
        try:
            return eval(source(text[1:]), names)
        except (ArithmeticError, SyntaxError, ValueError, TypeError):
            raise Unworkable
