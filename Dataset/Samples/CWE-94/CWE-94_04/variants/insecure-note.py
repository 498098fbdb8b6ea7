import re


class Settings:
    def __init__(self, club):
        self._club = club
        self._settings = {}

    def put(self, name, value, note=""):
        if re.fullmatch("[A-Z][A-Z0-9_]*", name) is None:
            raise ValueError(name)
        if "\n" in note:
            raise ValueError("a note is one line")
        self._settings[name] = (value, note)

    def source(self):
        text = f"{self._club!r}\n"
        for name, (value, note) in self._settings.items():
            text += f"{name} = {value!r}"
            text += f"  # {note}\n" if note else "\n"
        return text
