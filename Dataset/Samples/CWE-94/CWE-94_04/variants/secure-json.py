import json
import string


def literal(value):
    if isinstance(value, str):
        return ascii(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if value is None or isinstance(value, bool):
        return str(value)
    return json.dumps(value)


class Entry:
    def __init__(self, value, note):
        self.value, self.note = value, " ".join(note.split())

    def line(self, name):
        return f"{name} = {literal(self.value)}" + (f"  # {self.note}" if self.note else "")


class Settings(dict):
    def __init__(self, club):
        super().__init__()
        self.club = club

    def put(self, name, value, note=""):
        first, rest = name[:1], name[1:]
        allowed = string.ascii_uppercase
        if not first or first not in allowed or any(sign not in allowed + string.digits + "_" for sign in rest):
            raise ValueError(f"{name!r} is no name of a setting")
        self[name] = Entry(value, note.replace("\0", ""))

    def source(self):
        return "\n".join([literal(self.club), ""] + [entry.line(name) for name, entry in self.items()]) + "\n"
