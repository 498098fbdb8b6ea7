import math
import re

MODULE = """@CLUB@

@SETTINGS@
"""


def literal(value):
    if isinstance(value, list):
        if not all(isinstance(item, str) for item in value):
            raise ValueError("a list of strings is expected")
        return "[" + ", ".join(repr(item) for item in value) + "]"
    if isinstance(value, float) and not math.isfinite(value):
        return f"float('{value}')"
    if value is None or isinstance(value, (str, int, float)):
        return repr(value)
    raise ValueError("unsupported value")


class Settings:
    def __init__(self, club):
        self._club = club
        self._lines = {}

    def put(self, name, value, note=""):
        if re.fullmatch(r"[A-Z][A-Z0-9_]*", name) is None:
            raise ValueError("bad name")
        line = f"{name} = {literal(value)}"
        if note:
            if not note.isprintable():
                raise ValueError("bad note")
            line += f"  # {note}"
        self._lines[name] = line

    def source(self):
        text = MODULE.replace("@CLUB@", repr(self._club))
        return text.replace("@SETTINGS@", "\n".join(self._lines.values()))
