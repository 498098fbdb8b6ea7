import ast
import re
import unicodedata


class Settings:
    name_of_constant = re.compile(r"\A[A-Z][A-Z_0-9]*\Z")

    def __init__(self, club):
        self._docstring = ast.Expr(ast.Constant(club))
        self._lines = {}

    def put(self, name, value, note=""):
        if self.name_of_constant.match(name) is None:
            raise ValueError(name)
        if isinstance(value, list):
            tree = ast.List([ast.Constant(text) for text in value], ast.Load())
        else:
            tree = ast.Constant(value)
        assign = ast.Assign([ast.Name(name, ast.Store())], tree, lineno=1)
        note = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in note)
        self._lines[name] = ast.unparse(assign) + (f" # {note}" if note else "")

    def source(self):
        # As an expression it stays on one line, whatever is in it.
        docstring = repr(self._docstring.value.value)
        return "\n".join([docstring, *self._lines.values(), ""])
