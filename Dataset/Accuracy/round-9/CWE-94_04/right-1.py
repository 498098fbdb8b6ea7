"""Settings modules for scoreboards, made from a syntax tree; only the comments are text."""

import ast
import re


class BadSetting(ValueError):
    pass


_SPECIAL = {"inf": "1e999", "-inf": "-1e999", "nan": "1e999 - 1e999"}


def _plain(text):
    if not isinstance(text, str) or re.search("[\0-\x08\x0a-\x1f\x7f\ud800-\udfff]", text):
        raise BadSetting("only texts of one line are possible")
    return str(text)


def _node(value):
    """An expression for the value, as a node of the tree."""
    match value:
        case bool() | None:
            return ast.Constant(value)
        case int():
            return ast.parse(f"{value:#x}", mode="eval").body
        case float():
            shown = float.__repr__(value)
            return ast.parse(_SPECIAL.get(shown, shown), mode="eval").body
        case str():
            return ast.Constant(_plain(value))
        case list():
            parts = [part for part in value if isinstance(part, str)]
            if len(parts) == len(value):
                return ast.List([_node(part) for part in parts], ast.Load())
    raise BadSetting(f"no value for a scoreboard: {type(value).__name__}")


def _text(node):
    """What stands in the module for a node; ints in hexadecimal, as there is no limit to them."""
    match node:
        case ast.Constant(value=int() as number) if type(number) is int:
            return f"{number:#x}"
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return "-" + _text(operand)
        case ast.Constant(value=str() as text):
            return ascii(text)
        case ast.List(elts=elements):
            return f"[{', '.join(map(_text, elements))}]"
        case _:
            return ast.unparse(node)


class Settings:
    def __init__(self, club):
        self._docstring = ast.Constant(_plain(club))
        self._places = []                      # (name, node, note)

    def put(self, name, value, note=""):
        if not (isinstance(name, str) and name.isascii() and re.fullmatch(r"[A-Z][A-Z\d_]*", name)):
            raise BadSetting("a name has capital letters, digits and underscores")
        new = (str(name), _node(value), _plain(note))
        for at, (earlier, _, _) in enumerate(self._places):
            if earlier == name:
                self._places[at] = new
                return
        self._places.append(new)

    def source(self):
        text = _text(self._docstring) + "\n"
        for name, node, note in self._places:
            text += f"{name} = {_text(node)}"
            text += f"  # {note}\n" if note else "\n"
        self._prove(text)
        return text

    def _prove(self, text):
        """Reads the module back; a program that is anything but constants is never given out."""
        first, *others = ast.parse(text.encode("utf-8")).body
        assert isinstance(first, ast.Expr) and _text(first.value) == _text(self._docstring)
        for statement, (name, node, _) in zip(others, self._places, strict=True):
            match statement:
                case ast.Assign(targets=[ast.Name(id=str() as found)], value=value):
                    assert found == name and _text(value) == _text(node)
                case _:
                    raise AssertionError(statement)
