import keyword

LETTERS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
SIGNS = LETTERS | set("0123456789_")


def checked(text):
    if not text.isprintable() or "\\" in text:
        raise ValueError("a text is one line of printable signs")
    return text


class Settings:
    def __init__(self, club):
        self.club = checked(club)
        self.names, self.values, self.notes = [], {}, {}

    def put(self, name, value, note=""):
        if not name or name[0] not in LETTERS or set(name) - SIGNS or keyword.iskeyword(name):
            raise ValueError("names are made of capitals, digits and underscores")
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                checked(text)
        if name not in self.values:
            self.names.append(name)
        self.values[name] = value
        self.notes[name] = checked(note)

    def source(self):
        text = repr(self.club) + "\n\n"
        for name in self.names:
            text += name + " = " + repr(self.values[name])
            if self.notes[name]:
                text += "  # " + self.notes[name]
            text += "\n"
        return text
