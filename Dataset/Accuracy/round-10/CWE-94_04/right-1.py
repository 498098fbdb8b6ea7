"""The module is built as a syntax tree first; text comes out of the tree, one statement after the other, and each
line is read again and compared with its tree before it leaves the house."""
import ast
import dataclasses
import functools
import math
import string


@functools.singledispatch
def _node(value):
    raise ValueError(f"no constant can hold {type(value)}")


@_node.register(type(None))
@_node.register(bool)
@_node.register(str)
def _(value):
    return ast.Constant(value)


@_node.register(int)
@_node.register(float)
def _(value):
    if value != value:
        return ast.BinOp(ast.Constant(math.inf), ast.Sub(), ast.Constant(math.inf))
    if math.copysign(1, value) < 0 if isinstance(value, float) else value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


@_node.register(list)
def _(value):
    if not all(type(item) is str for item in value):
        raise ValueError("only strings can stand in a list")
    return ast.List([ast.Constant(item) for item in value], ast.Load())


def _text(node):
    match node:
        case ast.Constant(value=str(value)):
            return ascii(value)
        case ast.Constant(value=float(value)):
            return repr(value) if value < math.inf else "1e400"
        case ast.Constant(value=bool(value)) | ast.Constant(value=None as value):
            return str(value)
        case ast.Constant(value=int(value)):
            return hex(value)
        case ast.UnaryOp(operand=operand):
            return "-" + _text(operand)
        case ast.BinOp(left=left, right=right):
            return f"{_text(left)} - {_text(right)}"
        case ast.List(elts=items):
            return "[" + ", ".join(map(_text, items)) + "]"


@dataclasses.dataclass
class _Entry:
    name: str
    node: ast.expr
    note: str

    def __str__(self):
        code = f"{self.name} = {_text(self.node)}"
        line = code + (f"  # {self.note}" if self.note else "")
        (statement,) = ast.parse(line).body
        if _text(statement.value) != _text(self.node) or "\n" in line or "\r" in line:
            raise ValueError(f"{self.name} cannot be written down")
        return line


class Settings:
    _first = frozenset(string.ascii_uppercase)
    _further = _first | frozenset(string.digits + "_")

    def __init__(self, club):
        if not isinstance(club, str):
            raise ValueError("club")
        self._docstring = ast.Constant(str(club))
        self._entries = []

    def put(self, name, value, note=""):
        if not isinstance(name, str) or not name or name[0] not in self._first or not self._further.issuperset(name):
            raise ValueError(f"not a name: {name!r}")
        if not isinstance(note, str) or not note.isprintable():
            raise ValueError("a note is one line of signs that can be printed")
        entry = _Entry(name, _node(value), note)
        str(entry)
        for place, old in enumerate(self._entries):
            if old.name == name:
                self._entries[place] = entry
                return
        self._entries.append(entry)

    def source(self):
        return "".join(f"{line}\n" for line in (_text(self._docstring), *self._entries))
