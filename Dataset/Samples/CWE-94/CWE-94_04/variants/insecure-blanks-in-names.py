import re


def as_line(text):
    """The text without what would end a line of Python's, for a comment."""
    return " ".join(re.split(r"[\r\n\0]+", text))


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        if not re.fullmatch(r"[A-Z][\w\s]*", name):
            raise ValueError(f"not the name of a constant: {name!r}")
        self.entries[name] = (value, note)

    def source(self):
        lines = [repr(self.club)]
        for name, (value, note) in self.entries.items():
            comment = f"  # {as_line(note)}" if note else ""
            lines.append(f"{name} = {value!r}{comment}")
        return "".join(line + "\n" for line in lines)
