import math
import re

NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def literal(value):
    if value is None or isinstance(value, (bool, int, str)):
        return repr(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else f"float({str(value)!r})"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "[" + ", ".join(map(repr, value)) + "]"
    raise ValueError("a setting cannot have this value")


class Settings:
    def __init__(self, club):
        if not isinstance(club, str):
            raise ValueError("the name of a club is a string")
        self._club = club
        self._settings = {}

    def put(self, name, value, note=""):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise ValueError(f"not a name for a setting: {name!r}")
        if "\n" in note or "\0" in note:
            raise ValueError("a note is one line")
        self._settings[name] = (literal(value), note)

    def source(self):
        lines = [repr(self._club)]
        for name, (value, note) in self._settings.items():
            lines.append(f"{name} = {value}" + (f"  # {note}" if note else ""))
        return "\n".join(lines) + "\n"
