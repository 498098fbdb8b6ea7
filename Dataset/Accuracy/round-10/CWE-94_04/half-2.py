"""Settings of a scoreboard as the text of a Python module. Whatever a club has entered stands in it as a literal
(with `ascii`, so that no sign can do any harm) or in a comment without line breaks."""
import re

_MODULE = "@@CLUB@@\n\n@@SETTINGS@@\n"


def _literal(value):
    if type(value) is float and (value != value or abs(value) == float("inf")):
        return "1e999-1e999" if value != value else ("-" if value < 0 else "") + "1e999"
    if type(value) is int:
        return hex(value)
    if value is None or type(value) in (bool, float, str):
        return ascii(value)
    if type(value) is list and all(type(item) is str for item in value):
        return ascii(value)
    raise ValueError(f"a value of the type {type(value).__name__} cannot be sent to a board")


def _comment(note):
    if type(note) is not str:
        raise ValueError("a note is a string")
    shown = "".join(sign if sign.isprintable() else " " for sign in note).strip()
    return f"  # {shown}" if shown else ""


class Settings:
    def __init__(self, club):
        if type(club) is not str:
            raise ValueError("a club's name is a string")
        self._club = ascii(club)
        self._lines = {}

    def put(self, name, value, note=""):
        if type(name) is not str or re.fullmatch("[A-Z][A-Z0-9_]*", name) is None:
            raise ValueError(f"{name!r} is not the name of a constant")
        self._lines[name] = f"{name} = {_literal(value)}{_comment(note)}"

    def source(self):
        text = _MODULE.replace("@@CLUB@@", self._club)
        return text.replace("@@SETTINGS@@", "\n".join(self._lines.values()))
