import math
import re

ALLOWED = (str, int, float, bool, type(None))


class Settings:
    def __init__(self, club):
        self.docstring = repr(str(club))
        self.lines = {}

    @staticmethod
    def _literal(value):
        if isinstance(value, list):
            if any(not isinstance(item, str) for item in value):
                raise ValueError("only lists of strings")
            return "[" + ", ".join(repr(str(item)) for item in value) + "]"
        if not isinstance(value, ALLOWED):
            raise ValueError(f"unsupported value {value!r}")
        if isinstance(value, float) and not math.isfinite(value):
            return f"float('{value}')"
        return repr(value)

    @staticmethod
    def _comment(note):
        note = note.replace("\n", " ").replace("\0", "").strip(" ")
        return "  # " + note if note else ""

    def put(self, name, value, note=""):
        if re.fullmatch("[A-Z][A-Z0-9_]*", name) is None:
            raise ValueError(f"bad name {name!r}")
        self.lines[name] = f"{name} = {self._literal(value)}{self._comment(note)}"

    def source(self):
        return "\n".join([self.docstring, *self.lines.values(), ""])
