class Settings:
    def __init__(self, club):
        self.club = club
        self.order = []
        self.lines = {}

    def put(self, name, value, note=""):
        if name not in self.lines:
            self.order.append(name)
            if not name.replace("_", "").isalnum() or not name[0].isalpha() or not name.isupper():
                raise ValueError(f"no name: {name!r}")
        self.lines[name] = f"{name} = {value!r}" + (f"  # {' '.join(note.split())}" if note else "")

    def source(self):
        # Names that were entered before their value.
        lines = [self.lines.get(name, f"{name} = None") for name in self.order]
        return "\n".join([repr(self.club), *lines]) + "\n"
