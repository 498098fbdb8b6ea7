import re

NAME = re.compile(r"[A-Z][A-Z0-9_]*")
MODULE = """\
%CLUB%

%SETTINGS%
"""


def literal(value):
    """Python source of a value; only the plain types have one."""
    if value is None or type(value) in (bool, str):
        return repr(value)
    if type(value) is int:
        return hex(value) if abs(value) > 10 ** 100 else repr(value)
    if type(value) is float:
        return {"inf": "1e999", "-inf": "-1e999", "nan": "1e999 - 1e999"}.get(repr(value), repr(value))
    if type(value) is list and all(type(item) is str for item in value):
        return repr(value)
    raise ValueError("not a value for a setting")


class Settings:
    def __init__(self, club):
        if type(club) is not str:
            raise ValueError("a club has a name")
        self._club = club
        self._lines = {}

    def put(self, name, value, note=""):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise ValueError("not a name of a setting")
        if not isinstance(note, str) or re.search(r"[\r\n\f\0]", note):
            raise ValueError("a note is one line")
        line = f"{name} = {literal(value)}"
        self._lines[name] = f"{line}  # {note}" if note else line

    def source(self):
        return MODULE.replace("%CLUB%", repr(self._club)) \
                     .replace("%SETTINGS%", "\n".join(self._lines.values()))
