import re

NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def literal(value):
    if value is None or type(value) is bool:
        return repr(value)
    if type(value) is str:
        return ascii(value)
    if type(value) is int:
        return hex(value)
    if type(value) is float:
        text = repr(value)
        return {"inf": "1e999", "-inf": "-1e999", "nan": "1e999 - 1e999"}.get(text, text)
    if type(value) is list and all(type(item) is str for item in value):
        return "[" + ", ".join(ascii(item) for item in value) + "]"
    raise ValueError("this is no value for a setting")


def comment(note):
    if type(note) is not str:
        raise ValueError("a note is a string")
    note = "".join(c if c.isprintable() else " " for c in note)
    return "  # " + note if note else ""


class Settings:
    def __init__(self, club):
        if type(club) is not str:
            raise ValueError("the name of a club is a string")
        self._docstring = ascii(club)
        self._lines = {}

    def put(self, name, value, note=""):
        if type(name) is not str or not NAME.fullmatch(name):
            raise ValueError("a name is made of A to Z, 0 to 9 and _")
        self._lines[name] = f"{name} = {literal(value)}{comment(note)}"

    def source(self):
        return "\n".join([self._docstring, "", *self._lines.values()]) + "\n"
