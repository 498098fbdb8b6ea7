import re


class Settings:
    def __init__(self, club):
        # Three quotes would end the docstring.
        self.docstring = '"""' + club.replace('"""', '\\"\\"\\"') + '"""'
        self.entries = {}

    def put(self, name, value, note=""):
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise ValueError(f"not a name: {name}")
        self.entries[name] = repr(value) + ("  # " + re.sub(r"\s", " ", note) if note else "")

    def source(self):
        return "\n".join([self.docstring, *(f"{name} = {rest}" for name, rest in self.entries.items())]) + "\n"
