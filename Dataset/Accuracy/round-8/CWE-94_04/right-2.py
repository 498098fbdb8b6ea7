import ast
import json
import re
from functools import singledispatch
from types import NoneType


class NotASetting(ValueError):
    pass


@singledispatch
def node(value) -> ast.expr:
    raise NotASetting(type(value).__name__)


@node.register(str)
@node.register(bool)
@node.register(NoneType)
def _(value):
    return ast.Constant(value)


@node.register(int)
def _(value):
    if abs(value) >= 10 ** 4000:
        raise NotASetting("too many digits")
    return ast.UnaryOp(ast.USub(), ast.Constant(-int(value))) if value < 0 else ast.Constant(int(value))


@node.register(float)
def _(value):
    if value != value:
        return ast.BinOp(ast.Constant(float("inf")), ast.Sub(), ast.Constant(float("inf")))
    return ast.Constant(float(value))


@node.register(list)
def _(value):
    if not all(isinstance(item, str) for item in value):
        raise NotASetting("a list of strings, please")
    return ast.List([ast.Constant(str(item)) for item in value], ast.Load())


class Settings:
    def __init__(self, club):
        if not isinstance(club, str):
            raise NotASetting("club")
        self._club = club
        self._order = {}

    def put(self, name, value, note=""):
        if not (isinstance(name, str) and re.fullmatch(r"[A-Z][0-9A-Z_]*", name, re.ASCII)):
            raise NotASetting(f"name {name!r}")
        if not isinstance(note, str) or len(f"{note}.".splitlines()) != 1 or "\0" in note:
            raise NotASetting("a note is one line")
        target = ast.Name(name, ast.Store())
        tree = ast.fix_missing_locations(ast.Assign([target], node(value), lineno=1))
        code = ast.unparse(tree)
        try:
            f"{code}{note}{self._club}".encode("utf-8")
        except UnicodeEncodeError as error:
            raise NotASetting("no text") from error
        self._order[name] = (code, note)

    def _lines(self):
        yield json.dumps(self._club, ensure_ascii=False)
        for code, note in self._order.values():
            yield f"{code}  # {note}".rstrip(" #") if not note.strip() else f"{code}  # {note}"

    def source(self):
        text = "\n".join(self._lines()) + "\n"
        body = ast.parse(text).body
        names = [statement.targets[0].id for statement in body[1:]]
        if ast.get_docstring(ast.Module(body, []), clean=False) != self._club or names != list(self._order):
            raise NotASetting("this club's settings cannot be written")
        return text
