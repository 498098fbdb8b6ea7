"""The module is built as a syntax tree; only the notes are text, and they are reduced to one line."""
import ast
import collections
import string
import unicodedata

_FIRST = frozenset(string.ascii_uppercase)
_REST = _FIRST | frozenset(string.digits + "_")


def _node(value):
    match value:
        case None | bool() | str():
            return ast.Constant(str(value) if isinstance(value, str) else value)
        case int():
            return _Hex(int(value))
        case float() if value != value:
            return ast.BinOp(ast.Constant(float("inf")), ast.Sub(), ast.Constant(float("inf")))
        case float():
            return ast.Constant(float(value))
        case list() | tuple():
            for item in value:
                if not isinstance(item, str):
                    raise ValueError("lists are of strings")
            return ast.List([ast.Constant(str(item)) for item in value], ast.Load())
    raise ValueError(f"not a value for a setting: {type(value).__name__}")


class _Hex:
    def __init__(self, number):
        self.text = hex(number) if abs(number) > 10 ** 15 else str(number)


def _source_of(node):
    return node.text if isinstance(node, _Hex) else ast.unparse(ast.fix_missing_locations(node))


def _calm(note):
    kept = ("\N{MIDDLE DOT}" if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in note)
    return "".join(kept)


class _Lines(collections.UserDict):
    def __setitem__(self, name, line):
        if not (isinstance(name, str) and name and name[0] in _FIRST and _REST.issuperset(name)):
            raise ValueError(f"not a name for a setting: {name!r}")
        super().__setitem__(name, line)


class Settings:
    def __init__(self, club):
        self._doc = ascii(str(club))
        self._lines = _Lines()

    def put(self, name, value, note=""):
        self._lines[name] = (_source_of(_node(value)), _calm(str(note)))

    def source(self):
        def lines():
            yield self._doc
            for name, (value, note) in self._lines.items():
                yield f"{name} = {value}  # {note}" if note else f"{name} = {value}"
        text = "".join(line + "\n" for line in lines())
        shape = ast.parse(text).body
        assert len(shape) == 1 + len(self._lines) and all(isinstance(s, ast.Assign) for s in shape[1:])
        return text
