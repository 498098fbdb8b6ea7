import math
import re
from dataclasses import dataclass
from typing import Union

Value = Union[str, int, float, bool, None, list]


@dataclass
class Entry:
    name: str
    value: Value
    note: str = ""

    def __post_init__(self):
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", self.name):
            raise ValueError(f"{self.name!r} is no name of a setting")
        if len(self.note.splitlines()) > 1 or "\0" in self.note:
            raise ValueError("a note is one line")
        self.note = self.note.rstrip()

    def __str__(self):
        finite = not isinstance(self.value, float) or math.isfinite(self.value)
        assignment = f"{self.name} = " + (repr(self.value) if finite else f"float('{self.value}')")
        return f"{assignment}  # {self.note}" if self.note else assignment


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        if isinstance(value, list):
            value = [str(item) for item in value]
        entry = self.entries.get(name)
        if entry is None:
            self.entries[name] = Entry(name, value, note)
        else:
            entry.value, entry.note = value, note

    def source(self):
        return "\n".join([repr(self.club), *map(str, self.entries.values())]) + "\n"
