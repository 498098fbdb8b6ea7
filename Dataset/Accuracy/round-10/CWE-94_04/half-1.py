"""Settings of a scoreboard as the text of a Python module."""
import math
import re

_NAME = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)


def _literal(value):
    if isinstance(value, float) and not math.isfinite(value):
        return "1e999 - 1e999" if math.isnan(value) else "1e999" if value > 0 else "-1e999"
    if type(value) is int:
        return hex(value) if abs(value) >= 10 ** 4000 else repr(value)
    return ascii(value)


def _is_value(value):
    return (value is None or type(value) in (bool, int, float, str)
            or type(value) is list and all(type(item) is str for item in value))


def _one_line(text):
    """Whatever could end a line, or cannot be printed, is shown as an escape sequence."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


class Settings:
    def __init__(self, club):
        if type(club) is not str:
            raise ValueError("the club's name is a string")
        self._club = club
        self._entries = {}

    def put(self, name, value, note=""):
        if type(name) is not str or not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} cannot be the name of a constant")
        if not _is_value(value) or type(note) is not str:
            raise ValueError("a value or a note of this type is not provided for")
        self._entries[name] = (list(value) if type(value) is list else value, note)

    def source(self):
        lines = [f"# Scoreboard of {_one_line(self._club)} - made by the web page, do not edit",
                 ascii(self._club)]
        for name, (value, note) in self._entries.items():
            line = f"{name} = {_literal(value)}"
            lines.append(f"{line}  # {_one_line(note)}" if note else line)
        return "\n".join(lines) + "\n"
