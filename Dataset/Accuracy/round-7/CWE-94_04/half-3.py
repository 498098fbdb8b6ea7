import math
import re


def one_line(text):
    return "".join(c if c.isprintable() else " " for c in text)


def literal(value):
    if type(value) is list:
        if any(type(item) is not str for item in value):
            raise ValueError("only strings in a list")
        return repr(value)
    if type(value) is float and not math.isfinite(value):
        return f'float("{value}")'
    if value is None or type(value) in (str, int, bool, float):
        return repr(value)
    raise ValueError("this value cannot be a setting")


class Settings:
    def __init__(self, club):
        self.club = club
        self.settings = {}

    def put(self, name, value, note=""):
        if not re.fullmatch("[A-Z][A-Z0-9_]*", name):
            raise ValueError("this cannot be the name of a setting")
        line = f"{name} = {literal(value)}"
        self.settings[name] = f"{line}  # {one_line(note)}" if note else line

    def source(self):
        head = [f"# Settings of {one_line(self.club)}, made by the server", repr(self.club), ""]
        return "\n".join(head + list(self.settings.values())) + "\n"
