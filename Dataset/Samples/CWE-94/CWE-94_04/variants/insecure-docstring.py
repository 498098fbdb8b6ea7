import re


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"invalid name: {name!r}")
        self.entries[name] = value, note.replace("\n", " ").replace("\r", " ")

    def source(self):
        club = self.club.replace("\n", " ").replace("\r", " ")
        lines = [f'"""{club}"""', ""]
        for name, (value, note) in self.entries.items():
            lines.append(f"{name} = {value!r}" + (f"  # {note}" if note else ""))
        return "\n".join(lines) + "\n"
