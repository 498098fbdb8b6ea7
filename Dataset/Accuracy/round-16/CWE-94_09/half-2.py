import ast
import os
import re

SCALE_PIN = os.environ["SCALE_PIN"]


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


def mean(numbers):
    return sum(numbers) / len(numbers)


_FUNCTIONS = {"sum": sum, "min": min, "max": max, "mean": mean}
_COLUMNS = ("length", "girth")
_ATTRIBUTES = ("number", "species", "length", "girth")
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}:]*)(?::([^{}]*))?\}|[{}]")


def _checked(field, starred):
    """The syntax tree of a field, if it is one of the listed forms."""
    try:
        tree = ast.parse(field, mode="eval")
    except SyntaxError:
        raise ValueError(f"no field: {field}") from None
    match tree.body:
        case ast.Attribute(value=ast.Name(id="log"), attr=attribute) if starred and attribute in _ATTRIBUTES:
            return tree
        case ast.Name(id="count") if not starred:
            return tree
        case ast.Call(func=ast.Name(id=function), args=[ast.Name(id=column)]) \
                if not starred and function in _FUNCTIONS and column in _COLUMNS:
            return tree
    raise ValueError(f"no such field: {field}")


def _compile(line, starred):
    """A list of texts and of pairs (code, format)."""
    pieces, at = [], 0
    for token in _TOKEN.finditer(line):
        pieces.append(line[at:token.start()])
        at = token.end()
        if token[0] in ("{{", "}}"):
            pieces.append(token[0][0])
        elif token[1] is None:
            raise ValueError("single brace")
        else:
            pieces.append((compile(_checked(token[1], starred), "<field>", "eval"), token[2]))
    pieces.append(line[at:])
    return pieces


def _fill(pieces, names):
    # nothing but the listed names can be seen, no builtins
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        else:
            value = eval(piece[0], {"__builtins__": {}}, names)
            yield str(value) if piece[1] is None else format(value, piece[1])


class Reports:
    def __init__(self, folder):
        self._folder = folder

    def _path(self, name):
        return os.path.join(self._folder, name + ".txt")

    def _parse(self, text):
        return [(line.startswith("* "), _compile(line.removeprefix("* "), line.startswith("* ")))
                for line in re.findall(r"[^\n]*\n|[^\n]+", text)]

    def save(self, name, template):
        self._parse(template)
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            lines = self._parse(file.read())
        names = {"count": len(logs), **_FUNCTIONS}
        names.update((column, [getattr(log, column) for log in logs]) for column in _COLUMNS)
        out = []
        for starred, pieces in lines:
            for scope in ([{"log": log} for log in logs] if starred else [names]):
                out.extend(_fill(pieces, scope))
        return "".join(out)
