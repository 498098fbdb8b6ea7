import math
import re
from dataclasses import dataclass


@dataclass
class Setting:
    value: object = None
    note: str = ""

    def check(self):
        if not isinstance(self.note, str) or any(c in self.note for c in "\n\r\f\0"):
            raise ValueError("a note is one line of text")
        if isinstance(self.value, list):
            if not all(type(text) is str for text in self.value):
                raise ValueError("a list holds strings")
        elif self.value is not None and type(self.value) not in (str, int, float, bool):
            raise ValueError(f"no setting: {self.value!r}")

    def expression(self):
        if isinstance(self.value, float) and not math.isfinite(self.value):
            return f"float({str(self.value)!r})"
        if type(self.value) is int:
            return hex(self.value)
        return ascii(self.value)

    def comment(self):
        return f"  # {self.note}" if self.note else ""


class Settings:
    def __init__(self, club):
        if not isinstance(club, str):
            raise ValueError("the club needs a name")
        self.club = club
        self.settings = {}

    def put(self, name, value, note=""):
        if not isinstance(name, str) or re.fullmatch("[A-Z][A-Z0-9_]*", name) is None:
            raise ValueError(f"bad name: {name!r}")
        setting = self.settings.setdefault(name, Setting())
        setting.value = list(value) if isinstance(value, list) else value
        setting.note = note
        setting.check()

    def source(self):
        lines = [ascii(self.club), ""]
        for name, setting in self.settings.items():
            lines.append(f"{name} = {setting.expression()}{setting.comment()}")
        return "\n".join(lines) + "\n"
