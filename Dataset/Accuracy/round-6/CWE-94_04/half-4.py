import ast
import math
import re


def quoted(text):
    for char, escape in (('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\0", "\\x00")):
        text = text.replace(char, escape)
    return f'"{text}"'


def literal(value):
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(quoted, value)) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    return repr(value)


class Settings:
    def __init__(self, club):
        self._club = club
        self._settings = {}
        self._check(self.source())

    def put(self, name, value, note=""):
        if not isinstance(name, str) or not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError("a name holds capital letters, digits and underscores")
        before = dict(self._settings)
        self._settings[name] = literal(value) + (f"  # {note}" if note else "")
        try:
            self._check(self.source())
        except (SyntaxError, ValueError) as error:
            self._settings = before
            raise ValueError("the setting would break the module") from error

    def _check(self, text):
        docstring, *assignments = ast.parse(text).body
        if not (isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant)):
            raise ValueError("the module has to start with its docstring")
        names = []
        for statement in assignments:
            if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
                raise ValueError("only assignments are allowed")
            names.append(getattr(statement.targets[0], "id", None))
        if names != list(self._settings):
            raise ValueError("only the settings may be assigned")

    def source(self):
        lines = [f"{name} = {rest}" for name, rest in self._settings.items()]
        return "\n".join([quoted(self._club), *lines]) + "\n"
