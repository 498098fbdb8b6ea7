import re


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        if not re.match(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"invalid name: {name!r}")
        self.entries[name] = value, " ".join(note.splitlines())

    def source(self):
        lines = [repr(self.club)]
        for name, (value, note) in self.entries.items():
            line = f"{name} = {value!r}"
            lines.append(f"{line}  # {note}" if note else line)
        return "\n".join(lines) + "\n"
