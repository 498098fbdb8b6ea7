import re

NAME = re.compile("[A-Z][A-Z0-9_]*")


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def literal(value):
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(quoted(text) for text in value) + "]"
    return repr(value)


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        if not NAME.fullmatch(name):
            raise ValueError(name)
        self.entries[name] = f"{name} = {literal(value)}", " ".join(note.split())

    def source(self):
        lines = [quoted(" ".join(self.club.split("\n")))]
        for line, note in self.entries.values():
            lines.append(f"{line}  # {note}" if note else line)
        return "\n".join(lines) + "\n"
