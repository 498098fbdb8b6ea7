class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        self.entries[name] = (value, note)

    def source(self):
        lines = [f'"""{self.club}"""']
        for name, (value, note) in self.entries.items():
            comment = f"  # {note}" if note else ""
            lines.append(f"{name} = {value!r}{comment}")
        return "".join(line + "\n" for line in lines)
